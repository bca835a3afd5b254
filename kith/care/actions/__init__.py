"""Following a family: leading it, recording contacts and feeding, next steps, and telling people what is due."""

from kith.care.actions.contacts import correct_contact, record_contact
from kith.care.actions.cover import call_off_absence, plan_absence, tell_of_cover
from kith.care.actions.feeding import record_feeding
from kith.care.actions.handover import (
    accept_handover,
    close_handover_for_bereavement,
    complete_handover,
    decline_handover,
    propose_handover,
    withdraw_handover,
)
from kith.care.actions.leading import end_lead_without_consent, name_deputy, take_lead
from kith.care.actions.leaving import reassign_leavers_work, reassign_strays
from kith.care.actions.next_steps import add_next_step, drop_step, finish_step, hand_on_step
from kith.care.actions.notices import mark_notice_seen, raise_notice
from kith.care.actions.programmes import (
    end_enrolment,
    end_enrolments_without_consent,
    enrol_family,
    found_programme,
    name_workers,
)
from kith.care.actions.watching import warn_of_move, watch_breaks

__all__ = [
    "accept_handover",
    "add_next_step",
    "call_off_absence",
    "close_handover_for_bereavement",
    "complete_handover",
    "correct_contact",
    "decline_handover",
    "drop_step",
    "end_enrolment",
    "end_enrolments_without_consent",
    "end_lead_without_consent",
    "enrol_family",
    "finish_step",
    "found_programme",
    "hand_on_step",
    "mark_notice_seen",
    "name_deputy",
    "name_workers",
    "plan_absence",
    "propose_handover",
    "raise_notice",
    "reassign_leavers_work",
    "reassign_strays",
    "record_contact",
    "record_feeding",
    "take_lead",
    "tell_of_cover",
    "warn_of_move",
    "watch_breaks",
    "withdraw_handover",
]
