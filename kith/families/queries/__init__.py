"""Reads of families: who may, the page of one, cards for lists, and counts without names."""

from kith.families.queries.cards import (
    BabyCard,
    Contact,
    FamilyCard,
    babies,
    contact_of,
    family_cards,
    family_of_baby,
    family_to_change,
    newest_in_reach,
)
from kith.families.queries.counting import births_by_day
from kith.families.queries.looks import Look, who_looked
from kith.families.queries.page import BabyRow, ConsentRow, FamilyPage, ParentRow, PregnancyRow, family_page
from kith.families.queries.particulars import SharedBaby, SharedFamily, agreed_names, particulars
from kith.families.queries.reach import (
    agreed_to,
    consent_held,
    is_known_contact,
    may_open,
    may_organisation_open,
    viewer_for,
)

__all__ = [
    "BabyCard",
    "BabyRow",
    "ConsentRow",
    "Contact",
    "FamilyCard",
    "FamilyPage",
    "Look",
    "ParentRow",
    "PregnancyRow",
    "SharedBaby",
    "SharedFamily",
    "agreed_names",
    "agreed_to",
    "babies",
    "births_by_day",
    "consent_held",
    "contact_of",
    "family_cards",
    "family_of_baby",
    "family_page",
    "family_to_change",
    "is_known_contact",
    "may_open",
    "may_organisation_open",
    "newest_in_reach",
    "particulars",
    "viewer_for",
    "who_looked",
]
