"""What may be a course, who gets a place on it, and how far a family has come. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kith.courses.rules.codes import DateState
from kith.groups.rules.codes import MOST_PLACES, Attendance, BookingState
from kith.kernel.refusal import Refusal

FEWEST_DATES, MOST_DATES = 2, 20


@dataclass(frozen=True)
class CourseDay:
    """One date of a course, as far as booking depends on it."""

    starts_at: datetime
    ends_at: datetime
    places_left: int
    capacity: int
    is_called_off: bool = False
    creche_left: int | None = None
    """For how many children the crèche has room; None where nobody said."""


@dataclass(frozen=True)
class CourseFacts:
    """The dates of a course, soonest first, and how many families wait for it."""

    days: tuple[CourseDay, ...]
    waiting_count: int = 0

    @property
    def taking_place(self) -> tuple[CourseDay, ...]:
        """The dates that are not called off."""
        return tuple(day for day in self.days if not day.is_called_off)

    @property
    def places_left(self) -> int:
        """How many places are free on every date: the fewest of any."""
        return min((day.places_left for day in self.taking_place), default=0)

    def creche_fits(self, children: int) -> bool:
        """Whether the crèche has room for so many children on every date."""
        left = [day.creche_left for day in self.taking_place if day.creche_left is not None]
        return children <= min(left, default=children)

    def has_begun(self, now: datetime) -> bool:
        """Whether its first date has begun."""
        return bool(self.taking_place) and self.taking_place[0].starts_at <= now

    def is_over(self, now: datetime) -> bool:
        """Whether its last date is over."""
        return bool(self.taking_place) and max(day.ends_at for day in self.taking_place) <= now


@dataclass(frozen=True)
class ChosenDate:
    """A session that is to be a date of a course."""

    series_id: int
    is_open: bool
    is_bookable: bool
    is_in_a_course: bool


def may_be_course(dates: Sequence[ChosenDate]) -> Refusal | None:
    """Say why these sessions cannot be a course, or None if they can."""
    if not FEWEST_DATES <= len(dates) <= MOST_DATES:
        return Refusal("course_needs_dates", fewest=FEWEST_DATES, most=MOST_DATES)
    if len({each.series_id for each in dates}) > 1:
        return Refusal("course_of_one_series")
    if any(each.is_in_a_course for each in dates):
        return Refusal("date_in_a_course")
    if not all(each.is_bookable for each in dates):
        return Refusal("course_dates_bookable")
    return None if all(each.is_open for each in dates) else Refusal("course_date_over")


def may_book(course: CourseFacts, *, places: int, is_on_it: bool, now: datetime) -> Refusal | None:
    """Say why a family cannot have its places on every date, or None if it can.

    While families wait, a newcomer joins the list behind them.
    """
    if refusal := may_wait(course, places=places, is_on_it=is_on_it, now=now):
        return refusal
    if course.waiting_count or course.places_left < places:
        return Refusal("course_full", offer="waiting_list", places_left=course.places_left)
    return None


def may_wait(course: CourseFacts, *, places: int, is_on_it: bool, now: datetime) -> Refusal | None:
    """Say why a family cannot even wait for a place, or None if it can."""
    if not course.taking_place:
        return Refusal("course_called_off", offer="other_sessions")
    if course.has_begun(now):
        return Refusal("course_begun", offer="other_sessions")
    if not 1 <= places <= min(MOST_PLACES, *(day.capacity for day in course.taking_place)):
        return Refusal("too_many_places", offer="phone", most=MOST_PLACES)
    return Refusal("already_on_course") if is_on_it else None


def state_of_date(
    *,
    starts_at: datetime,
    is_called_off: bool,
    booking: BookingState | None,
    attendance: Attendance,
    now: datetime,
) -> DateState:
    """What became, or becomes, of one date for a family that has a place on the course."""
    if is_called_off:
        return DateState.CALLED_OFF
    if booking is not BookingState.BOOKED:
        return DateState.GIVEN_BACK
    if attendance is Attendance.DID_NOT_COME:
        return DateState.MISSED
    if attendance in (Attendance.ARRIVED, Attendance.LEFT_EARLY):
        return DateState.CAME
    return DateState.TO_COME if starts_at > now else DateState.NOT_NOTED


@dataclass(frozen=True)
class Progress:
    """How far a family has come with a course; dates that were called off are no dates."""

    came: int
    missed: int
    to_come: int
    of: int

    @classmethod
    def over(cls, states: Iterable[DateState]) -> "Progress":
        """Count the dates."""
        found = [each for each in states if each is not DateState.CALLED_OFF]
        return cls(
            came=found.count(DateState.CAME),
            missed=found.count(DateState.MISSED),
            to_come=found.count(DateState.TO_COME),
            of=len(found),
        )
