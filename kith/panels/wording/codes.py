"""What the codes of panels are called."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.panels.rules.codes import (
    AgeBand,
    ExpenseKind,
    ExpenseState,
    MemberKind,
    MemberState,
    Naming,
    PassedAnswer,
    Paying,
    Sex,
    TotalOf,
    WorkKind,
)
from kith.studies.wording import ETHNIC_GROUPS

MEMBER_KINDS: Mapping[MemberKind, Promise] = {
    MemberKind.PARENT: _("Parent"),
    MemberKind.CARER: _("Carer or grandparent"),
    MemberKind.PEER: _("Peer supporter"),
}
MEMBER_STATES: Mapping[MemberState, Promise] = {
    MemberState.WISHED: _("Wishes to take part"),
    MemberState.INVITED: _("Invited"),
    MemberState.MEMBER: _("Takes part"),
    MemberState.DECLINED: _("Said no"),
    MemberState.LEFT: _("Has left"),
    MemberState.CLOSED: _("Closed"),
}
PAYING: Mapping[Paying, Promise] = {
    Paying.NOT_SAID: _("Not said yet"),
    Paying.ACCEPTED: _("Yes, please pay me"),
    Paying.DECLINED: _("No, thank you"),
}
EXPENSE_KINDS: Mapping[ExpenseKind, Promise] = {
    ExpenseKind.TRAVEL: _("Bus, train, taxi or fuel"),
    ExpenseKind.CHILDCARE: _("Childcare"),
    ExpenseKind.CARER: _("A carer for somebody at home"),
    ExpenseKind.PHONE: _("Phone and internet"),
    ExpenseKind.FOOD: _("Food and drink"),
    ExpenseKind.OTHER: _("Something else we agreed on"),
}
EXPENSE_STATES: Mapping[ExpenseState, Promise] = {
    ExpenseState.CLAIMED: _("A person looks at it"),
    ExpenseState.APPROVED: _("Approved: the money is on its way"),
    ExpenseState.REFUSED: _("Not paid"),
    ExpenseState.PAID: _("Paid"),
}
PASSED_ANSWERS: Mapping[PassedAnswer, Promise] = {
    PassedAnswer.DONE: _("Changed"),
    PassedAnswer.PLANNED: _("Will be changed"),
    PassedAnswer.CANNOT: _("Cannot be changed, because…"),
}
WORK_KINDS: Mapping[WorkKind, Promise] = {
    WorkKind.LEAFLET: _("Leaflet"),
    WorkKind.PAGE: _("Page"),
    WorkKind.FILM: _("Film"),
    WorkKind.POSTER: _("Poster"),
    WorkKind.TRAINING: _("Training for people at work"),
    WorkKind.OTHER: _("Something else"),
}
NAMINGS: Mapping[Naming, Promise] = {
    Naming.NOT_SAID: _("Not said yet"),
    Naming.NAMED: _("Show me by this name"),
    Naming.UNNAMED: _("Say that others helped, without my name"),
    Naming.WITHDRAWN: _("Do not show me at all"),
}
TOTALS: Mapping[TotalOf, Promise] = {
    TotalOf.SEX: _("Your sex"),
    TotalOf.AGE: _("Your age"),
    TotalOf.ETHNICITY: _("Your ethnic group"),
}
TOTAL_NAMES: Mapping[TotalOf, Promise] = {
    TotalOf.SEX: _("Sex"),
    TotalOf.AGE: _("Age"),
    TotalOf.ETHNICITY: _("Ethnic group"),
}
# A mark without a width: on an Arabic or Urdu page the higher age would stand first without it.
_LEFT_TO_RIGHT = "\u200e"
_NOT_TO_SAY = _("I would rather not say")
ANSWERS: Mapping[TotalOf, Mapping[StrEnum, Promise | str]] = {
    TotalOf.SEX: {
        Sex.FEMALE: _("Female"),
        Sex.MALE: _("Male"),
        Sex.OTHER: _("Another answer"),
        Sex.NOT_TO_SAY: _NOT_TO_SAY,
    },
    TotalOf.AGE: {
        AgeBand.TO_24: f"{_LEFT_TO_RIGHT}18–24",
        AgeBand.TO_34: f"{_LEFT_TO_RIGHT}25–34",
        AgeBand.TO_44: f"{_LEFT_TO_RIGHT}35–44",
        AgeBand.TO_54: f"{_LEFT_TO_RIGHT}45–54",
        AgeBand.TO_64: f"{_LEFT_TO_RIGHT}55–64",
        AgeBand.OVER: _("65 or older"),
        AgeBand.NOT_TO_SAY: _NOT_TO_SAY,
    },
    TotalOf.ETHNICITY: {each: words for each, words in ETHNIC_GROUPS.items()},  # noqa: C416  # another type of key
}
