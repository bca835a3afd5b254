"""Agendas, decisions and minutes. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kith.alliance.rules.codes import AgendaKind, MeetingState
from kith.kernel.refusal import Refusal
from kith.kernel.steps import StatusMachine
from kith.listening.rules.cutting import names_in

LONGEST = timedelta(hours=12)
MEETINGS = StatusMachine[MeetingState](
    {
        MeetingState.PLANNED: {MeetingState.FROZEN, MeetingState.CALLED_OFF},
        MeetingState.FROZEN: {MeetingState.HELD, MeetingState.CALLED_OFF},
        MeetingState.HELD: {MeetingState.APPROVED},
        MeetingState.APPROVED: set(),
        MeetingState.CALLED_OFF: set(),
    }
)


@dataclass(frozen=True)
class Point:
    """A point for an agenda: where it comes from, what it is about, in words, and since when it waits."""

    kind: AgendaKind
    title: str
    since: date
    theme_id: int | None = None
    action_id: int | None = None
    brought_id: int | None = None
    count: int = 0


@dataclass(frozen=True)
class NewDecision:
    """What a meeting decides: in words, what is done, by which person, by when; the last two may be missing yet."""

    words: str
    what: str
    owner: int | None
    due_on: date | None


def in_order(points: Iterable[Point]) -> list[Point]:
    """Unkept promises first, then late actions, then what parents say, most stories first; each once."""
    order = {kind: at for at, kind in enumerate(_ORDER)}
    seen = dict.fromkeys(points)
    return sorted(seen, key=lambda each: (order[each.kind], -each.count, each.since, each.title))


def may_move_meeting(state: MeetingState, *, after: MeetingState) -> Refusal | None:
    """Say why the meeting cannot come to this state, or None if it can."""
    return None if MEETINGS.allows(state, after=after) else Refusal("meeting_not_now")


def may_be_at(starts_at: datetime, ends_at: datetime, *, now: datetime) -> Refusal | None:
    """Say why a meeting cannot be then, or None if it can: it is to come, and ends after it begins, on that day."""
    if starts_at <= now:
        return Refusal("meeting_in_the_past")
    return None if starts_at < ends_at <= starts_at + LONGEST else Refusal("meeting_ends_first")


def may_change_time(state: MeetingState) -> Refusal | None:
    """Say why a meeting cannot be moved any more, or None if it can."""
    return None if state in (MeetingState.PLANNED, MeetingState.FROZEN) else Refusal("meeting_not_now")


def may_declare(words: str, *, is_point: bool, is_meeting: bool) -> Refusal | None:
    """Say why this is no declaration of an interest, or None if it is: in words, and a point is one of a meeting."""
    if is_point and not is_meeting:
        return Refusal("interest_without_meeting")
    return None if words.strip() else Refusal("interest_without_words")


def may_add_point(state: MeetingState, title: str) -> Refusal | None:
    """Say why no point can be added: papers that are frozen stay as they were sent."""
    if state is not MeetingState.PLANNED:
        return Refusal("papers_are_frozen")
    return None if title.strip() else Refusal("point_without_title")


def may_decide(state: MeetingState, new: NewDecision, *, is_working: bool, today: date) -> Refusal | None:
    """Say why this is no decision, or None if it is: its words, one owner who still works here, one day to come."""
    if state not in (MeetingState.FROZEN, MeetingState.HELD):
        return Refusal("meeting_not_now")
    if not new.words.strip() or not new.what.strip():
        return Refusal("decision_without_words")
    if new.owner is None:
        return Refusal("decision_without_owner")
    if not is_working:
        return Refusal("alliance_owner_left")
    if new.due_on is None or new.due_on < today:
        return Refusal("promise_due_past")
    return None


def may_approve(texts: Iterable[str], *, names: Collection[str], is_chair: bool) -> Refusal | None:
    """Say why the minutes cannot be approved and made public: a person is named in what the public will read."""
    if not is_chair:
        return Refusal("chair_approves")
    found = names_in(" \n ".join(texts), names)
    return Refusal("names_in_minutes", names=", ".join(found)) if found else None


def number_of(year: int, count: int) -> str:
    """What a decision is called: the year, and its number in it."""
    return f"{year}-{count}"


_ORDER = (
    AgendaKind.UNKEPT_PROMISE,
    AgendaKind.LATE_ACTION,
    AgendaKind.THEME,
    AgendaKind.INDICATOR,
    AgendaKind.GAP,
    AgendaKind.OWN,
)
