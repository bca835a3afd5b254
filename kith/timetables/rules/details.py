"""What each date of a rule is like, and whether it can be so. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from kith.kernel.ids import VenueId
from kith.kernel.refusal import Refusal
from kith.timetables.rules.repeating import (
    LONGEST,
    Closed,
    Laid,
    Repeat,
    Span,
    instants,
    lay_out,
    may_repeat,
    to_come,
)
from kith.whats_on.rules.codes import Joining

MOST_PLACES = 500


@dataclass(frozen=True)
class Details:
    """When by the clock, where, for how many, and how a date is joined."""

    starts: time
    ends: time
    capacity: int
    venue_id: VenueId | None = None
    online: bool = False
    room: str = ""
    joining: Joining = Joining.WALK_IN
    language: str = "en"
    interpreter_possible: bool = False
    has_creche: bool = False
    creche_places: int = 0

    def on(self, day: date) -> tuple[datetime, datetime]:
        """When it begins and ends on this day."""
        return instants(day, self.starts, self.ends)


@dataclass(frozen=True)
class RulePlan:
    """A rule as it is wanted: how it repeats, what it leaves out, and what each of its dates is like."""

    repeat: Repeat
    details: Details
    term_time_only: bool = False
    skips_bank_holidays: bool = True
    left_out: frozenset[date] = frozenset()

    def in_span(self, span: Span) -> "RulePlan":
        """The same rule for other days: those of a new term."""
        return replace(self, repeat=replace(self.repeat, first_on=span.first_on, last_on=span.last_on))

    def laid(self, terms: tuple[Span, ...], *, now: datetime) -> tuple[Laid, ...]:
        """Its days that have not begun, each with why nothing takes place then, if so."""
        closed = Closed(terms if self.term_time_only else None, self.skips_bank_holidays, self.left_out)
        return tuple(to_come(lay_out(self.repeat, closed), self.details.starts, now=now))


def may_be(details: Details) -> Refusal | None:
    """Say why a date cannot be like this, or None if it can."""
    if details.ends <= details.starts:
        return Refusal("session_ends_before_it_starts")
    return Refusal("session_nowhere") if details.venue_id is None and not details.online else None


def may_add(on: date, details: Details, *, now: datetime) -> Refusal | None:
    """Say why one date cannot be added on this day, or None if it can."""
    if refusal := may_be(details):
        return refusal
    starts_at, _ends_at = details.on(on)
    if starts_at <= now:
        return Refusal("date_is_past")
    return Refusal("date_too_far") if starts_at > now + LONGEST else None


def may_plan(plan: RulePlan) -> Refusal | None:
    """Say why a rule cannot be so, or None if it can; whether a date is left is seen when it is laid out."""
    return may_be(plan.details) or may_repeat(plan.repeat)
