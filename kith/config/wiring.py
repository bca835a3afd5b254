"""The one table of who listens to whom, and of who decides for whom."""

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.signals import user_logged_in

from kith.care import actions as care_actions
from kith.directory.actions import load_directory
from kith.directory.queries.open_referral import Timetable, register_timetable
from kith.families import actions as families_actions
from kith.families import events as families_events
from kith.families import queries as families_queries
from kith.families.actions import moving
from kith.groups import actions as groups_actions
from kith.groups import events as groups_events
from kith.groups.queries import timetable as groups_timetable
from kith.interpreting import actions as interpreting_actions
from kith.interpreting import events as interpreting_events
from kith.kernel.ids import AccountId, new_uuid
from kith.library import actions as library_actions
from kith.library import queries as library_queries
from kith.messages import actions as messages_actions
from kith.organisations import events as organisations_events
from kith.organisations import queries as organisations_queries
from kith.places.actions import loading
from kith.platform import access, imports, outbox
from kith.platform.access import system_actor
from kith.platform.sign_in import sending, trail
from kith.platform.sign_in.accounts import register_contacts
from kith.platform.sign_in.models import Account
from kith.platform.ui.signs import register_signs


def connect() -> None:
    """Register listeners, scopes, viewers and loaders; safe to run twice."""
    # Somebody who is both is at work first; her own page needs an account of its own.
    access.register_viewer_source(organisations_queries.viewer_for)
    access.register_viewer_source(families_queries.viewer_for)
    register_signs(library_queries.signs_in, library_queries.signs_mark)
    access.register_scope("family", families_queries.may_open)
    _close_what_a_merge_doubles()
    _fall_silent_for_the_bereaved()
    outbox.listen(families_events.ConsentWithdrawn, care_actions.end_lead_without_consent)
    outbox.listen(families_events.BirthWeightChanged, care_actions.look_at_weight_again)
    outbox.listen(families_events.BirthDayCorrected, care_actions.follow_birth_day)
    outbox.listen(families_events.BirthDayCorrected, care_actions.look_at_weight_again)
    outbox.listen(families_events.RecordOpenedInEmergency, care_actions.tell_of_emergency)
    outbox.listen(families_events.EmergencySearchesRest, care_actions.tell_of_searches)
    outbox.listen(families_events.ConsentWithdrawn, care_actions.withdraw_without_consent)
    outbox.listen(organisations_events.MembershipEnded, care_actions.release_for_leaver)
    outbox.listen(families_events.ConsentWithdrawn, interpreting_actions.cancel_without_consent)
    outbox.listen(families_events.ConsentWithdrawn, care_actions.end_enrolments_without_consent)
    outbox.listen(families_events.ConsentWithdrawn, care_actions.end_steps_without_consent)
    outbox.listen(organisations_events.MembershipEnded, care_actions.reassign_leavers_work)
    outbox.listen(organisations_events.MembershipMoved, care_actions.warn_of_move)
    outbox.listen(groups_events.PlaceBooked, groups_actions.tell_booked)
    outbox.listen(groups_events.WaitingListJoined, groups_actions.tell_waiting)
    outbox.listen(groups_events.BookingCancelled, groups_actions.tell_cancelled)
    outbox.listen(groups_events.PlaceBooked, groups_actions.ask_for_interpreter)
    outbox.listen(groups_events.BookingCancelled, groups_actions.no_interpreter_needed)
    moving.register_closing("interpreting_one_live_for_each_need", lambda _now: {"state": "cancelled"})
    outbox.listen(families_events.FamiliesMerged, interpreting_actions.close_after_merge)
    outbox.listen(families_events.MergeUndone, interpreting_actions.ask_again_after_undo)
    outbox.listen(interpreting_events.InterpreterOffered, care_actions.ask_interpreter)
    outbox.listen(interpreting_events.InterpreterConfirmed, care_actions.tell_interpreter_booked)
    outbox.listen(interpreting_events.InterpreterReleased, care_actions.release_interpreter)
    outbox.listen(interpreting_events.InterpreterUnconfirmed, care_actions.warn_of_unconfirmed_interpreter)
    outbox.listen(interpreting_events.InterpreterDeclined, care_actions.warn_of_declined_interpreter)
    outbox.listen(interpreting_events.InterpreterLate, care_actions.warn_of_late_interpreter)
    register_timetable(Timetable(groups_timetable.slots, groups_timetable.services_on))
    trail.connect()
    sending.register_sender(send_code)
    register_contacts(families_queries.is_known_contact)
    user_logged_in.connect(claim_her_records, dispatch_uid="families.claim_records")
    imports.register_proposing("directory", load_directory)
    imports.register("areas", loading.load_areas)
    imports.register("postcodes", loading.load_postcodes)
    imports.register("deprivation", loading.load_deprivation)
    imports.register("population", loading.load_population)
    imports.register("starter", library_actions.load_starter)


def _fall_silent_for_the_bereaved() -> None:
    """Every room answers a death."""
    outbox.listen(families_events.FamilyBereaved, care_actions.close_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, messages_actions.stop_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, groups_actions.give_up_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, interpreting_actions.close_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, care_actions.close_handover_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, care_actions.close_steps_for_bereavement)


def _close_what_a_merge_doubles() -> None:
    """Say which row still counts where two records of one family each had their own."""
    # Where a merge brings two answers to one question, the one on the record kept is the current one.
    for answered in ("feeding_one_current", *(f"feeding_{what}_one_current" for what in ("goal", "end", "plan"))):
        moving.register_closing(answered, lambda _now: {"is_current": False})
    moving.register_closing("weight_one_at_a_time", lambda _now: {"is_current": False})
    moving.register_closing("deputy_one_now", lambda now: {"until_at": now})
    moving.register_closing("handover_one_open", lambda now: {"closed_at": now})
    moving.register_closing("enrolment_one_now", lambda now: {"ended_at": now, "why_ended": "records_merged"})
    # Neither of two open referrals for one need may be lost: they stand beside each other.
    moving.register_closing("referral_one_open_for_a_need", lambda _now: {"stands_beside": True})


def send_code(letter: sending.Letter) -> None:
    """Send a code that somebody signs in by."""
    messages_actions.queue_message(
        by=system_actor("sign-in"),
        kind=letter.kind,
        language=letter.language,
        facts={"code": letter.code},
        dedupe_key=f"code-{new_uuid()}",
        to_email=letter.to_email,
        to_phone=letter.to_phone,
    )


def claim_her_records(user: Account, **_signal: Any) -> None:
    """Tie an account to the records of whoever has proven to read this phone or mailbox."""
    is_proven = user.email and EmailAddress.objects.filter(user=user, email=user.email, verified=True).exists()
    families_actions.claim_records(
        by=system_actor("sign-in"),
        account_id=AccountId(user.pk),
        phone=user.phone or "" if user.phone_verified_at else "",
        email=user.email or "" if is_proven else "",
    )
