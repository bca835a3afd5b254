"""Who reads stories when, and what is kept of the time at which one came. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kith.kernel.refusal import Refusal
from kith.listening.rules.codes import AsideReason, StoryState

READ_FROM, READ_UNTIL = 8, 20
"""Hours in London between which a story is read at once; at night the page says 999 first."""
WITHIN = timedelta(minutes=15)
STEP = timedelta(minutes=5)
FORGET_AFTER = timedelta(days=730)
"""How long the words of a story are kept: two years, as those of a request about data."""


@dataclass(frozen=True)
class Hours:
    """Between which hours stories are read, and within how long."""

    begin: int = READ_FROM
    end: int = READ_UNTIL
    within: timedelta = WITHIN

    def is_open(self, local: datetime) -> bool:
        """Whether stories are read at this time of London's clock."""
        return self.begin <= local.hour < self.end

    def read_by(self, local: datetime) -> datetime:
        """By when a story that came at this time is read: at night within so long of the morning's first hour."""
        if self.is_open(local):
            return local + self.within
        morning = local.replace(hour=self.begin, minute=0, second=0, microsecond=0)
        return (morning if local.hour < self.begin else morning + timedelta(days=1)) + self.within


def coarse(instant: datetime) -> datetime:
    """The time as it is kept while a story waits: no finer than five minutes, and later than it was, never earlier."""
    seconds = STEP.total_seconds()
    return instant + timedelta(seconds=-instant.timestamp() % seconds)


def month_of(day: date) -> date:
    """What is kept of the day of a nameless story once it is read."""
    return day.replace(day=1)


def may_go_on(state: StoryState) -> Refusal | None:
    """Say why the story stays with its reader, or None: nothing goes on that no person has read."""
    if state is StoryState.UNREAD:
        return Refusal("story_unread")
    return Refusal("story_set_aside") if state is StoryState.SET_ASIDE else None


def may_set_aside(reason: AsideReason, note: str, *, is_cleared: bool) -> Refusal | None:
    """Say why it cannot be kept back: others have it, or it is about safety and not said what was done."""
    if is_cleared:
        return Refusal("story_is_cleared")
    return Refusal("aside_without_note") if reason is AsideReason.SAFETY and not note.strip() else None
