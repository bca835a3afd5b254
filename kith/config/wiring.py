"""The one table of which room listens to which, and of which decides for which."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.signals import user_logged_in

from kith.alliance.actions.bringing import bring_gap, bring_indicator
from kith.alliance.actions.leaving import pass_on_alliance_work
from kith.cafes.actions import offering as cafe_times
from kith.cafes.actions.ending import end_turns_for_bereavement, part_without_consent
from kith.caseloads import sections as caseloads
from kith.caseloads.actions.emergencies import tell_of_asking, tell_of_emergency, tell_of_searches
from kith.caseloads.actions.handover import close_handover_for_bereavement
from kith.caseloads.actions.leading import end_lead_without_consent
from kith.caseloads.actions.leaving import reassign_leavers_work
from kith.caseloads.actions.signs import keep_signs_without_consent, tell_of_answered_sign
from kith.caseloads.actions.watching import warn_of_move
from kith.caseloads.actions.ways import tell_lead_of_way
from kith.caseloads.queries.last_contacts import register_last_contacts
from kith.config.copy_words import CODE_WORDS
from kith.config.education_wiring import follow_library, load_trainings
from kith.config.evidence import EVIDENCE, PAPER_PARTS, QUOTES
from kith.config.room_words import say_what_notices_mean, say_why_not
from kith.config.rooms import declared_by_rooms
from kith.config.sections import FRAMES, REGISTER_PARTS, SAID_PARTS, SESSION_PARTS, THEME_PARTS
from kith.config.session_wiring import BOOKINGS, follow_courses, follow_equipment, follow_sessions
from kith.config.subjects import SUBJECTS
from kith.contacts.queries.contacts import last_contacts
from kith.courses.actions.giving_up import close_course_links, end_courses_for_bereavement
from kith.courses.actions.leaving import WORK as FOLLOW_UPS
from kith.courses.actions.leaving import end_follow_ups_without_consent
from kith.directory.actions.feeds.loading import load_directory
from kith.directory.queries.open_referral.timetables import Timetable, register_timetable
from kith.families import events as families_events
from kith.families.actions import moving
from kith.families.actions.accounts import claim_records
from kith.families.actions.ways import PARENT_WAYS
from kith.families.queries.bereavement import is_bereaved_contact
from kith.families.queries.reach import is_known_contact, may_open, viewer_for
from kith.feeding.actions.birth_days import follow_birth_day
from kith.feeding.actions.weights import look_at_weight_again
from kith.front.frames import hang
from kith.groups.actions.cancelling import give_up_for_bereavement
from kith.groups.actions.ways import close_booking_links
from kith.hub_days.actions.devices import withdraw_devices_of_leaver
from kith.hub_days.actions.settling import quiet_entries_for_bereavement
from kith.imports.registry import register, register_note, register_proposing
from kith.interpreting import events as interpreting_events
from kith.interpreting import sections as interpreting
from kith.interpreting.actions import closing
from kith.interpreting.actions.closing import cancel_without_consent
from kith.interpreting.actions.merging import ask_again_after_undo, close_after_merge
from kith.interpreting.actions.telling import (
    ask_interpreter,
    release_interpreter,
    tell_interpreter_booked,
    warn_of_declined_interpreter,
    warn_of_late_interpreter,
    warn_of_unconfirmed_interpreter,
)
from kith.interpreting.actions.ways import INTERPRETER_WAYS, close_family_links
from kith.kernel.ids import AccountId, MembershipId, new_uuid
from kith.library.actions.starter import load_starter
from kith.library.queries.signs import signs_in, signs_mark
from kith.listening import parts as listening_parts
from kith.listening.actions.leaving import pass_on_listening_work
from kith.listening.subjects import register_subjects
from kith.messages.actions.queueing import queue_message
from kith.messages.actions.stopping import stop_for_bereavement
from kith.messages.actions.ways import tell_of_way
from kith.missed.actions.asking import fall_silent
from kith.organisations import events as organisations_events
from kith.organisations.account_ways import ACCOUNT_WAYS
from kith.organisations.actions.machinery import note_import
from kith.organisations.queries import people
from kith.organisations.work import register_work
from kith.panels.actions.leaving import pass_on_panel_work, rest_for_bereavement
from kith.peers.actions.ending import end_leavers_matches, end_matches_without_consent, rest_for_death
from kith.places.actions.loading.areas import load_areas
from kith.places.actions.loading.deprivation import load_deprivation
from kith.places.actions.loading.population import load_population
from kith.places.actions.loading.postcodes import load_postcodes
from kith.plans.actions.watching import pass_on_plan_work
from kith.platform import access, outbox
from kith.platform.access.viewer import register_viewer_source, system_actor
from kith.platform.sign_in import sending, trail
from kith.platform.sign_in.accounts import register_contacts
from kith.platform.sign_in.models import Account
from kith.platform.ui.signs import register_signs
from kith.programmes import sections as programmes
from kith.programmes.actions import leaving as programme_leaving
from kith.programmes.actions.leaving import end_leavers_part
from kith.programmes.actions.programmes import end_enrolments_without_consent
from kith.referrals import sections as referrals
from kith.referrals.actions import endings
from kith.referrals.actions.endings import close_for_bereavement, release_for_leaver, withdraw_without_consent
from kith.referrals.actions.ways import RECEIVER_WAYS
from kith.rights.tables import register_privacy
from kith.rights.wording.columns import register_code_words
from kith.safeguarding import sections as safeguarding
from kith.showing.evidence import hang_evidence
from kith.showing.papers import hang_paper_parts
from kith.tasks import events as tasks_events
from kith.tasks import sections as tasks
from kith.tasks.actions.audit import tell_of_broken_audit
from kith.tasks.actions.watching import close_steps_for_bereavement, end_steps_without_consent
from kith.undoing.consequences import register_consequences
from kith.undoing.offering import register_undo
from kith.ways import kinds
from kith.ways.events import WayProposalMoved
from kith.welcome import sections as welcome
from kith.welcome.actions.improving import pass_on_improvements
from kith.whats_on import booked
from kith.whats_on import parts as session_parts
from kith.whats_on.queries import timetable


def connect() -> None:
    """Register listeners, scopes, viewers and loaders; safe to run twice."""
    # Somebody who is both is at work first; her own page needs an account of its own.
    register_viewer_source(people.viewer_for)
    register_viewer_source(viewer_for)
    register_signs(signs_in, signs_mark)
    access.register_scope("family", may_open)
    register_timetable(Timetable(timetable.slots, timetable.services_on))
    register_last_contacts(last_contacts)
    trail.connect()
    sending.register_sender(send_code)
    register_contacts(is_known_contact)
    user_logged_in.connect(claim_her_records, dispatch_uid="families.claim_records")
    hang(FRAMES)
    session_parts.hang(public=SESSION_PARTS, register=REGISTER_PARTS)
    booked.hang(BOOKINGS)
    listening_parts.hang(themes=THEME_PARTS, said=SAID_PARTS)
    for tables in declared_by_rooms("privacy", "PRIVACY"):
        register_privacy(tables)
    register_code_words(CODE_WORDS)
    _take_files()
    say_what_notices_mean()
    say_why_not()
    _close_what_a_merge_doubles()
    _fall_silent_for_the_bereaved()
    _end_what_consent_no_longer_carries()
    _say_before_and_offer_after()
    _pass_on_what_leavers_leave()
    _follow_records()
    follow_sessions()
    follow_courses()
    follow_library()
    follow_equipment()
    _follow_interpreters()
    _change_ways_with_proof()
    register_subjects(SUBJECTS)
    hang_evidence(EVIDENCE)
    hang_paper_parts(PAPER_PARTS, QUOTES)


def _take_files() -> None:
    """What ``kith load`` brings in."""
    register_proposing("directory", load_directory)
    register("areas", load_areas)
    register("postcodes", load_postcodes)
    register("deprivation", load_deprivation)
    register("population", load_population)
    register("starter", load_starter)
    load_trainings()
    register_note(keep_import)


def _end_what_consent_no_longer_carries() -> None:
    """Every room answers a withdrawn consent."""
    outbox.listen(families_events.ConsentWithdrawn, end_lead_without_consent)
    outbox.listen(families_events.ConsentWithdrawn, withdraw_without_consent)
    outbox.listen(families_events.ConsentWithdrawn, cancel_without_consent)
    outbox.listen(families_events.ConsentWithdrawn, end_enrolments_without_consent)
    outbox.listen(families_events.ConsentWithdrawn, end_steps_without_consent)
    outbox.listen(families_events.ConsentWithdrawn, end_follow_ups_without_consent)
    outbox.listen(families_events.ConsentWithdrawn, part_without_consent)
    outbox.listen(families_events.ConsentWithdrawn, keep_signs_without_consent)
    outbox.listen(families_events.ConsentWithdrawn, end_matches_without_consent)
    outbox.listen(tasks_events.SignAnswered, tell_of_answered_sign)


def _say_before_and_offer_after() -> None:
    """What a withdrawn consent ends, said before it is withdrawn; and what can be undone for some minutes."""
    register_consequences(
        families_events.ConsentWithdrawn,
        caseloads.ends_without_consent,
        programmes.ends_without_consent,
        tasks.ends_without_consent,
        interpreting.ends_without_consent,
        referrals.ends_without_consent,
    )
    register_undo({**tasks.UNDO, **caseloads.UNDO, **safeguarding.UNDO, **welcome.UNDO})


def _pass_on_what_leavers_leave() -> None:
    """Let every room answer that a worker leaves, or works elsewhere."""
    register_work(endings.WORK)
    register_work(programme_leaving.WORK)
    register_work(FOLLOW_UPS)
    outbox.listen(organisations_events.MembershipEnded, reassign_leavers_work)
    outbox.listen(organisations_events.MembershipEnded, end_leavers_part)
    outbox.listen(organisations_events.MembershipEnded, release_for_leaver)
    outbox.listen(organisations_events.MembershipEnded, withdraw_devices_of_leaver)
    outbox.listen(organisations_events.MembershipEnded, cafe_times.release_specialist)
    outbox.listen(organisations_events.MembershipEnded, pass_on_improvements)
    outbox.listen(organisations_events.MembershipEnded, pass_on_listening_work)
    outbox.listen(organisations_events.MembershipEnded, pass_on_alliance_work)
    outbox.listen(organisations_events.MembershipEnded, pass_on_panel_work)
    outbox.listen(organisations_events.MembershipEnded, pass_on_plan_work)
    outbox.listen(organisations_events.MembershipEnded, end_leavers_matches)
    outbox.listen(organisations_events.MembershipMoved, warn_of_move)
    outbox.listen(organisations_events.IndicatorMoved, bring_indicator)
    outbox.listen(organisations_events.StandardGap, bring_gap)
    outbox.listen(organisations_events.AuditBroken, tell_of_broken_audit)


def _follow_records() -> None:
    """What follows from a change of a record, from a merge, or from opening one in an emergency."""
    outbox.listen(families_events.BirthWeightChanged, look_at_weight_again)
    outbox.listen(families_events.BirthDayCorrected, follow_birth_day)
    outbox.listen(families_events.BirthDayCorrected, look_at_weight_again)
    outbox.listen(families_events.FamiliesMerged, close_after_merge)
    outbox.listen(families_events.MergeUndone, ask_again_after_undo)
    outbox.listen(families_events.RecordOpenedInEmergency, tell_of_emergency)
    outbox.listen(families_events.AccessAsked, tell_of_asking)
    outbox.listen(families_events.EmergencySearchesRest, tell_of_searches)


def _follow_interpreters() -> None:
    """Interpreters, families and workers are told what becomes of a booking."""
    outbox.listen(interpreting_events.InterpreterOffered, ask_interpreter)
    outbox.listen(interpreting_events.InterpreterConfirmed, tell_interpreter_booked)
    outbox.listen(interpreting_events.InterpreterReleased, release_interpreter)
    outbox.listen(interpreting_events.InterpreterUnconfirmed, warn_of_unconfirmed_interpreter)
    outbox.listen(interpreting_events.InterpreterDeclined, warn_of_declined_interpreter)
    outbox.listen(interpreting_events.InterpreterLate, warn_of_late_interpreter)


def _change_ways_with_proof() -> None:
    """The kinds of people whose phones and mailboxes receive secrets, and what each room does when one changes."""
    for kind in (INTERPRETER_WAYS, PARENT_WAYS, RECEIVER_WAYS, ACCOUNT_WAYS):
        kinds.register_way_kind(kind)
    kinds.register_closing_of_keys(PARENT_WAYS, close_booking_links)
    kinds.register_closing_of_keys(PARENT_WAYS, close_family_links)
    kinds.register_closing_of_keys(PARENT_WAYS, close_course_links)
    kinds.register_names(names_of_people)
    outbox.listen(WayProposalMoved, tell_of_way)
    outbox.listen(WayProposalMoved, tell_lead_of_way)


def _fall_silent_for_the_bereaved() -> None:
    """Every room answers a death."""
    outbox.listen(families_events.FamilyBereaved, close_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, stop_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, end_courses_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, give_up_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, end_turns_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, closing.close_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, close_handover_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, close_steps_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, fall_silent)
    outbox.listen(families_events.FamilyBereaved, quiet_entries_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, rest_for_bereavement)
    outbox.listen(families_events.FamilyBereaved, rest_for_death)


def _close_what_a_merge_doubles() -> None:
    """Say which row still counts where two records of one family each had their own."""
    moving.register_closing("interpreting_one_live_for_each_need", lambda _now: {"state": "cancelled"})
    moving.register_closing("deputy_one_now", lambda now: {"until_at": now})
    moving.register_closing("handover_one_open", lambda now: {"closed_at": now})
    moving.register_closing("courseplace_once_for_each_family", lambda _now: {"state": "given_up"})
    moving.register_closing(
        "courseinvitation_one_unanswered", lambda now: {"answer": "not_reached", "answered_at": now}
    )
    moving.register_closing("enrolment_one_now", lambda now: {"ended_at": now, "why_ended": "records_merged"})
    moving.register_closing("turn_one_for_each_family", lambda now: {"state": "left", "ended_at": now})
    moving.register_closing("walk_in_once_for_each_family", lambda now: {"taken_back_at": now})
    moving.register_closing("pump_request_one_for_each_family", end_doubled_request)
    # Neither of two open referrals for one need may be lost: they stand beside each other.
    moving.register_closing("referral_one_open_for_a_need", lambda _now: {"stands_beside": True})


def end_doubled_request(now: object) -> dict[str, object]:
    """One wish for a pump is enough; a pump that was kept for the other is freed by the next look at old holds."""
    return {"state": "ended", "ended_as": "helped_otherwise", "unit_id": None, "hold_until": None, "changed_at": now}


def names_of_people(membership_ids: Collection[int]) -> Mapping[int, str]:
    """What the people behind these memberships are called."""
    cards = people.membership_cards(MembershipId(each) for each in membership_ids)
    return {int(membership_id): card.name for membership_id, card in cards.items()}


def keep_import(kind: str, counts: Mapping[str, int], faults: Sequence[str]) -> None:
    """Keep what came of a file that the operator loaded."""
    note_import(by=system_actor("imports"), kind=kind, counts=counts, faults=faults)


def send_code(letter: sending.Letter) -> None:
    """Send a code that a person signs in by, or a letter about such codes; a bereaved parent reads of no baby there."""
    is_quiet = is_bereaved_contact(letter.to_phone or "", letter.to_email or "")
    queue_message(
        by=system_actor("sign-in"),
        kind=letter.kind,
        language=letter.language,
        facts={**letter.facts, **({"code": letter.code} if letter.code else {}), "is_quiet": is_quiet},
        dedupe_key=f"code-{new_uuid()}",
        to_email=letter.to_email,
        to_phone=letter.to_phone,
    )


def claim_her_records(user: Account, **_signal: Any) -> None:
    """Tie an account to the records of the parent who has proven to read this phone or mailbox."""
    is_proven = user.email and EmailAddress.objects.filter(user=user, email=user.email, verified=True).exists()
    claim_records(
        by=system_actor("sign-in"),
        account_id=AccountId(user.pk),
        phone=user.phone or "" if user.phone_verified_at else "",
        email=user.email or "" if is_proven else "",
    )
