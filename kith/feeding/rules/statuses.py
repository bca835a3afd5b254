"""When feeding is asked about, and what may be recorded. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kith.kernel.refusal import Refusal


class Milestone(StrEnum):
    """A point at which feeding is asked about."""

    FIRST_FEED = "first_feed"
    DISCHARGE = "discharge"
    DAYS_10_14 = "10_14_days"
    WEEKS_6_8 = "6_8_weeks"
    MONTHS_6 = "6_months"


class Feeding(StrEnum):
    """How a baby is fed, in the national definitions.

    Totally: only breast milk. Partially: breast milk and also formula or any other liquid or food. Not at all: no
    breast milk. Expressed milk is breast milk. Unknown: the family was asked and it is not known, which is not the
    same as not having been asked.
    Source: NHS England indicator 8107 and the OHID comparison report of 7 September 2023.
    """

    TOTALLY = "totally"
    PARTIALLY = "partially"
    NOT_AT_ALL = "not_at_all"
    UNKNOWN = "unknown"


class Source(StrEnum):
    """Where an answer comes from. Unstated stands only on answers taken over from lists that do not say."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    TEXT_REPLY = "text_reply"
    HOSPITAL_RECORD = "hospital_record"
    OWN_PAGE = "own_page"
    UNSTATED = "unstated"


class FirstFeed(StrEnum):
    """What the first feed was: BabyFirstFeedIndCode of the Maternity Services Data Set."""

    MATERNAL = "01"
    DONOR = "02"
    NOT_BREAST_MILK = "03"

    @property
    def status(self) -> Feeding:
        """The same in the words of every milestone; a single feed is never partial."""
        return Feeding.NOT_AT_ALL if self is FirstFeed.NOT_BREAST_MILK else Feeding.TOTALLY


class SkinToSkin(StrEnum):
    """Whether they were skin to skin within an hour of the birth: SkinToSkinContact1HourInd, or not known."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class Denominator(StrEnum):
    """Of how many a share is taken. The two are never mixed, in one sum or in one chart."""

    DUE = "due"
    KNOWN = "known"


# The 6-to-8-week rate is of all infants due, so that an unknown lowers it (indicator 8107). The first-feed rate of the
# maternity data (CQIMBreastfeeding) is of those whose first feed is known, and neonatal discharge shows missing apart.
DENOMINATORS: Mapping[Milestone, Denominator] = {
    Milestone.FIRST_FEED: Denominator.KNOWN,
    Milestone.DISCHARGE: Denominator.KNOWN,
    Milestone.DAYS_10_14: Denominator.DUE,
    Milestone.WEEKS_6_8: Denominator.DUE,
    Milestone.MONTHS_6: Denominator.DUE,
}


@dataclass(frozen=True)
class Window:
    """A milestone in days of age: from when it may be asked, when it is due, and the last day it means what it says."""

    opens: int
    due: int
    closes: int


# 6 to 8 weeks is national (due when the baby turns 8 weeks). The others have no national window: each is open until the
# next one's question would be answered instead.
WINDOWS: Mapping[Milestone, Window] = {
    Milestone.FIRST_FEED: Window(0, 2, 41),
    Milestone.DISCHARGE: Window(0, 10, 41),
    Milestone.DAYS_10_14: Window(10, 14, 41),
    Milestone.WEEKS_6_8: Window(42, 56, 167),
    Milestone.MONTHS_6: Window(168, 182, 364),
}


def opens_on(milestone: Milestone, born_on: date) -> date:
    """The first day on which it may be asked."""
    return born_on + timedelta(days=WINDOWS[milestone].opens)


def due_on(milestone: Milestone, born_on: date) -> date:
    """The day by which it is to be asked; at 6 to 8 weeks also the day whose quarter it counts in."""
    return born_on + timedelta(days=WINDOWS[milestone].due)


def closes_on(milestone: Milestone, born_on: date) -> date:
    """The last day on which an answer still is an answer to this question."""
    return born_on + timedelta(days=WINDOWS[milestone].closes)


def may_record(milestone: Milestone, *, born_on: date, asked_on: date, today: date) -> Refusal | None:
    """Say why an answer given on that day cannot be recorded, or None if it can."""
    if asked_on > today:
        return Refusal("asked_in_future", today=today)
    if asked_on < opens_on(milestone, born_on):
        return Refusal("window_not_open", opens_on=opens_on(milestone, born_on))
    if asked_on > closes_on(milestone, born_on):
        return Refusal("window_closed", closed_on=closes_on(milestone, born_on))
    return None


def check_first_feed(
    milestone: Milestone, status: Feeding, first_feed: FirstFeed | None, skin_to_skin: SkinToSkin | None
) -> Refusal | None:
    """Say why what is told of the first feed cannot stand beside the answer, or None if it can."""
    if milestone is not Milestone.FIRST_FEED:
        return Refusal("not_the_first_feed") if first_feed or skin_to_skin else None
    if (first_feed.status if first_feed else Feeding.UNKNOWN) is not status:
        return Refusal("first_feed_contradicts")
    return None


def is_askable(milestone: Milestone, *, born_on: date, today: date) -> bool:
    """Whether it can be asked today."""
    return opens_on(milestone, born_on) <= today <= closes_on(milestone, born_on)


def days_overdue(milestone: Milestone, *, born_on: date, today: date) -> int:
    """How many days past due it is today; negative while there is time."""
    return (today - due_on(milestone, born_on)).days


def born_between(milestone: Milestone, first_due: date, last_due: date) -> tuple[date, date]:
    """The first and the last birthday of the babies who are due between these days."""
    age = timedelta(days=WINDOWS[milestone].due)
    return first_due - age, last_due - age
