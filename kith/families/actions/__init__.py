"""Writing families down, their consents, and who they are when they sign in."""

from kith.families.actions.accounts import claim_records
from kith.families.actions.birth import change_birth, change_pregnancy, record_birth
from kith.families.actions.cards import MadeCard, end_card, make_card, read_card
from kith.families.actions.consenting import Said, give_consent, record_answer, withdraw_consent
from kith.families.actions.days import correct_day
from kith.families.actions.emergency import Identifiers, open_in_emergency
from kith.families.actions.holding import hold_family
from kith.families.actions.home import change_crises, move_home
from kith.families.actions.language import answer_interpreter_need
from kith.families.actions.merging import MergePlan, consider_merge, merge_families, say_distinct, undo_merge
from kith.families.actions.mourning import record_bereavement, undo_bereavement
from kith.families.actions.people import add_parent, change_household, change_needs, change_parent, change_safe_contact
from kith.families.actions.registering import family_for_booking, register_family
from kith.families.actions.splitting import split_record

__all__ = [
    "Identifiers",
    "MadeCard",
    "MergePlan",
    "Said",
    "add_parent",
    "answer_interpreter_need",
    "change_birth",
    "change_crises",
    "change_household",
    "change_needs",
    "change_parent",
    "change_pregnancy",
    "change_safe_contact",
    "claim_records",
    "consider_merge",
    "correct_day",
    "end_card",
    "family_for_booking",
    "give_consent",
    "hold_family",
    "make_card",
    "merge_families",
    "move_home",
    "open_in_emergency",
    "read_card",
    "record_answer",
    "record_bereavement",
    "record_birth",
    "register_family",
    "say_distinct",
    "split_record",
    "undo_bereavement",
    "undo_merge",
    "withdraw_consent",
]
