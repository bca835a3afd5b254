"""Following a family: leading it, recording contacts and feeding, next steps, and telling people what is due."""

from kith.care.actions.contacts import correct_contact, record_contact
from kith.care.actions.feeding import record_feeding
from kith.care.actions.leading import end_lead_without_consent, take_lead
from kith.care.actions.next_steps import add_next_step, drop_step, finish_step, hand_on_step
from kith.care.actions.notices import mark_notice_seen, raise_notice

__all__ = [
    "add_next_step",
    "correct_contact",
    "drop_step",
    "end_lead_without_consent",
    "finish_step",
    "hand_on_step",
    "mark_notice_seen",
    "raise_notice",
    "record_contact",
    "record_feeding",
    "take_lead",
]
