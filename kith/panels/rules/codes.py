"""Who takes part and how far they have come; what is paid; what becomes of a finding; what is made together. Pure."""

from enum import StrEnum
from typing import NewType

from kith.kernel.steps import StatusMachine
from kith.studies.rules.codes import EthnicGroup

PanelId = NewType("PanelId", int)
TermsId = NewType("TermsId", int)
MemberId = NewType("MemberId", int)
PanelSessionId = NewType("PanelSessionId", int)
PaymentId = NewType("PaymentId", int)
ExpenseId = NewType("ExpenseId", int)
FindingId = NewType("FindingId", int)
PassedId = NewType("PassedId", int)
JointWorkId = NewType("JointWorkId", int)
CreditId = NewType("CreditId", int)

LONGEST_WORDS = 3000


class MemberKind(StrEnum):
    """In which part a person takes part."""

    PARENT = "parent"
    CARER = "carer"
    PEER = "peer"


class MemberState(StrEnum):
    """How far a person has come; a wish is her own, an invitation ours."""

    WISHED = "wished"
    INVITED = "invited"
    MEMBER = "member"
    DECLINED = "declined"
    LEFT = "left"
    CLOSED = "closed"


_BACK = {MemberState.INVITED}
MEMBERS = StatusMachine(
    {
        MemberState.WISHED: {MemberState.INVITED, MemberState.CLOSED},
        MemberState.INVITED: {MemberState.MEMBER, MemberState.DECLINED, MemberState.CLOSED},
        MemberState.MEMBER: {MemberState.LEFT},
        MemberState.DECLINED: _BACK,
        MemberState.LEFT: _BACK,
        MemberState.CLOSED: _BACK,
    }
)


class Paying(StrEnum):
    """Whether a member wishes to be paid; until she has said yes nothing is offered as due."""

    NOT_SAID = "not_said"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class ExpenseKind(StrEnum):
    """What may be paid back, where the terms name it."""

    TRAVEL = "travel"
    CHILDCARE = "childcare"
    CARER = "carer"
    PHONE = "phone"
    FOOD = "food"
    OTHER = "other"


class ExpenseState(StrEnum):
    """What becomes of an expense; each step is a row."""

    CLAIMED = "claimed"
    APPROVED = "approved"
    REFUSED = "refused"
    PAID = "paid"


EXPENSES = StatusMachine(
    {
        ExpenseState.CLAIMED: {ExpenseState.APPROVED, ExpenseState.REFUSED},
        ExpenseState.APPROVED: {ExpenseState.PAID},
        ExpenseState.REFUSED: {ExpenseState.APPROVED},
        ExpenseState.PAID: set(),
    }
)


class PassedAnswer(StrEnum):
    """What a service or an organisation says to a finding."""

    DONE = "done"
    PLANNED = "planned"
    CANNOT = "cannot"


class WorkKind(StrEnum):
    """What was made together."""

    LEAFLET = "leaflet"
    PAGE = "page"
    FILM = "film"
    POSTER = "poster"
    TRAINING = "training"
    OTHER = "other"


class Naming(StrEnum):
    """How a person who helped wishes to be shown; not asked yet, she is not named."""

    NOT_SAID = "not_said"
    NAMED = "named"
    UNNAMED = "unnamed"
    WITHDRAWN = "withdrawn"


class TotalOf(StrEnum):
    """What is counted of members, and of no member."""

    SEX = "sex"
    AGE = "age"
    ETHNICITY = "ethnicity"


class Sex(StrEnum):
    """As the national collection of family hubs asks it."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    NOT_TO_SAY = "not_to_say"


class AgeBand(StrEnum):
    """As the national collection of family hubs asks it."""

    TO_24 = "18_24"
    TO_34 = "25_34"
    TO_44 = "35_44"
    TO_54 = "45_54"
    TO_64 = "55_64"
    OVER = "65_plus"
    NOT_TO_SAY = "not_to_say"


ANSWERS_OF: dict[TotalOf, type[StrEnum]] = {
    TotalOf.SEX: Sex,
    TotalOf.AGE: AgeBand,
    TotalOf.ETHNICITY: EthnicGroup,
}
