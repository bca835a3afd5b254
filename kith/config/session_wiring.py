"""Who hears what becomes of sessions, courses and pumps: this part of the one table (kith.config.wiring)."""

from kith.bundles.actions.rechecking import (
    end_bundles_for_bereavement,
    end_bundles_without_consent,
    start_recheck,
)
from kith.cafes import events as cafes_events
from kith.cafes.actions.telling import end_turns_called_off, tell_of_moved_time, tell_turn_booked
from kith.courses import events as courses_events
from kith.courses.actions.telling import (
    tell_course_awaited,
    tell_course_booked,
    tell_course_given_up,
    tell_course_held,
    tell_course_invited,
)
from kith.equipment import recalling
from kith.equipment.actions.ending import end_requests_for_bereavement, end_requests_without_consent
from kith.equipment.actions.handing_over import WORK as HAND_OVERS
from kith.equipment.actions.handing_over import release_hand_overs
from kith.families import events as families_events
from kith.groups import events as groups_events
from kith.groups.actions.following import end_bookings, follow_change
from kith.groups.actions.interpreters import (
    ask_for_interpreter,
    ask_for_interpreters,
    ask_interpreters_anew,
    no_interpreter_needed,
)
from kith.groups.actions.telling import (
    tell_booked,
    tell_cancelled,
    tell_creche_given,
    tell_freed,
    tell_held,
    tell_moved,
    tell_offered,
    tell_waiting,
)
from kith.groups.queries.concerned import counts_of, effect_of
from kith.missed.actions.asking import forget_missed, note_missed
from kith.organisations import events as organisations_events
from kith.organisations.work import register_work
from kith.platform import outbox
from kith.stores.actions.recalls import BATCHES
from kith.stores.recalling import register_recalling
from kith.stores.rules.codes import RecallBy
from kith.whats_on import events as whats_on_events
from kith.whats_on.booked import Bookings

BOOKINGS = Bookings(counts=counts_of, effect_of=effect_of, follow_change=follow_change, end=end_bookings)
"""What the room of bookings answers when the room of sessions below it changes a date."""


def follow_sessions() -> None:
    """Families are told of their places, and an interpreter is asked where one is needed."""
    outbox.listen(groups_events.PlacesHeld, tell_held)
    outbox.listen(groups_events.PlacesFreed, tell_freed)
    outbox.listen(groups_events.PlaceBooked, tell_booked)
    outbox.listen(groups_events.WaitingListJoined, tell_waiting)
    outbox.listen(groups_events.PlaceOffered, tell_offered)
    outbox.listen(groups_events.CrechePlaceGiven, tell_creche_given)
    outbox.listen(whats_on_events.SessionMoved, tell_moved)
    outbox.listen(whats_on_events.SessionMoved, ask_interpreters_anew)
    outbox.listen(groups_events.BookingCancelled, tell_cancelled)
    outbox.listen(groups_events.PlaceBooked, ask_for_interpreter)
    outbox.listen(groups_events.BookingCancelled, no_interpreter_needed)
    outbox.listen(cafes_events.TurnBooked, tell_turn_booked)
    outbox.listen(whats_on_events.SessionMoved, tell_of_moved_time)
    outbox.listen(whats_on_events.SessionCalledOff, end_turns_called_off)
    outbox.listen(groups_events.MissedSession, note_missed)
    outbox.listen(groups_events.CameToSession, forget_missed)


def follow_courses() -> None:
    """Families are told of a course once for all its dates, and an interpreter is asked for each of them."""
    outbox.listen(groups_events.DatesBooked, ask_for_interpreters)
    outbox.listen(courses_events.CourseHeld, tell_course_held)
    outbox.listen(courses_events.CourseBooked, tell_course_booked)
    outbox.listen(courses_events.CourseAwaited, tell_course_awaited)
    outbox.listen(courses_events.CourseGivenUp, tell_course_given_up)
    outbox.listen(courses_events.CourseInvited, tell_course_invited)


def follow_equipment() -> None:
    """Requests end with a death or a consent, a leaver's hand-overs are left to the desk, recalls reach both rooms."""
    outbox.listen(families_events.FamilyBereaved, end_requests_for_bereavement)
    outbox.listen(families_events.ConsentWithdrawn, end_requests_without_consent)
    outbox.listen(organisations_events.MembershipEnded, release_hand_overs)
    outbox.listen(families_events.FamilyBereaved, end_bundles_for_bereavement)
    outbox.listen(families_events.ConsentWithdrawn, end_bundles_without_consent)
    outbox.listen(families_events.HomeMoved, start_recheck)
    register_work(HAND_OVERS)
    register_recalling(RecallBy.BATCH, BATCHES)
    register_recalling(RecallBy.MODEL, recalling.PUMPS)
    register_recalling(RecallBy.SERIAL, recalling.PUMPS)
