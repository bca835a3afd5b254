"""Writing families down, their consents, and who they are when they sign in."""

from kith.families.actions.accounts import claim_records
from kith.families.actions.birth import record_birth
from kith.families.actions.consenting import Said, give_consent, record_answer, withdraw_consent
from kith.families.actions.holding import hold_family
from kith.families.actions.mourning import record_bereavement, undo_bereavement
from kith.families.actions.registering import family_for_booking, register_family

__all__ = [
    "Said",
    "claim_records",
    "family_for_booking",
    "give_consent",
    "hold_family",
    "record_answer",
    "record_bereavement",
    "record_birth",
    "register_family",
    "undo_bereavement",
    "withdraw_consent",
]
