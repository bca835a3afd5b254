"""Reads of families: who may, the page of one, cards for lists, and counts without names."""

from kith.families.queries.bereavement import (
    BereavementRow,
    Mourned,
    bereavements,
    is_bereaved,
    to_be_mourned,
    who_may_call,
)
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
from kith.families.queries.counting import Death, births_by_day, deaths_of_babies
from kith.families.queries.duplicates import Duplicate, like_the_new, likely_duplicates, newest_duplicates
from kith.families.queries.first_names import first_names
from kith.families.queries.looks import Look, who_looked
from kith.families.queries.page import BabyRow, ConsentRow, FamilyPage, ParentRow, PregnancyRow, family_page
from kith.families.queries.particulars import SharedBaby, SharedFamily, agreed_names, particulars
from kith.families.queries.people import ParentCard, People, people_of
from kith.families.queries.reach import (
    agreed_to,
    consent_held,
    is_known_contact,
    may_open,
    may_organisation_open,
    opens_for,
    organisations_that_may_open,
    viewer_for,
)
from kith.families.queries.standing import BirthInGroups, Stage, births_in_groups, organisations_let_in, stages, wards

__all__ = [
    "BabyCard",
    "BabyRow",
    "BereavementRow",
    "BirthInGroups",
    "ConsentRow",
    "Contact",
    "Death",
    "Duplicate",
    "FamilyCard",
    "FamilyPage",
    "Look",
    "Mourned",
    "ParentCard",
    "ParentRow",
    "People",
    "PregnancyRow",
    "SharedBaby",
    "SharedFamily",
    "Stage",
    "agreed_names",
    "agreed_to",
    "babies",
    "bereavements",
    "births_by_day",
    "births_in_groups",
    "consent_held",
    "contact_of",
    "deaths_of_babies",
    "family_cards",
    "family_of_baby",
    "family_page",
    "family_to_change",
    "first_names",
    "is_bereaved",
    "is_known_contact",
    "like_the_new",
    "likely_duplicates",
    "may_open",
    "may_organisation_open",
    "newest_duplicates",
    "newest_in_reach",
    "opens_for",
    "organisations_let_in",
    "organisations_that_may_open",
    "particulars",
    "people_of",
    "stages",
    "to_be_mourned",
    "viewer_for",
    "wards",
    "who_looked",
    "who_may_call",
]
