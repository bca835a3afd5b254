"""What is promised to parents, and whether it is kept. Pure."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kith.kernel.refusal import Refusal
from kith.listening.rules.codes import THEMES, ThemeState
from kith.listening.rules.cutting import particulars_in

SMALL = 5
"""Counts below this are not said (the place's own rule may ask for more)."""
Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True)
class Promise:
    """What was said to be done, by which day and which person; ``settled_on`` is empty while it is open."""

    state: ThemeState
    words: str = ""
    owner: int | None = None
    due_on: date | None = None
    settled_on: date | None = None


def may_promise(promise: Promise, *, after: ThemeState, today: date) -> Refusal | None:
    """Say why this cannot be promised, or None if it can: in words, by one person, by a day to come."""
    if not THEMES.allows(promise.state, after=after):
        return Refusal("theme_not_now")
    if not promise.words.strip():
        return Refusal("promise_without_words")
    if promise.owner is None:
        return Refusal("decision_without_owner")
    if promise.due_on is None or promise.due_on < today:
        return Refusal("promise_due_past")
    return _without_particulars(promise.words)


def may_settle(state: ThemeState, *, after: ThemeState, words: str) -> Refusal | None:
    """Say why it cannot be said to be done, or not to be possible; for both it is said what, or why not."""
    if not THEMES.allows(state, after=after):
        return Refusal("theme_not_now")
    if not words.strip():
        return Refusal("outcome_without_words")
    return _without_particulars(words)


def may_reply(words: str, *, language: str, is_here: bool) -> Refusal | None:
    """Say why a reply cannot go out: it needs words in the language of those who wrote."""
    if not is_here:
        return Refusal("nobody_wrote_in_language", language=language)
    if not words.strip():
        return Refusal("reply_without_words", language=language)
    return _without_particulars(words)


def is_unkept(promise: Promise, today: date) -> bool:
    """Whether the day has passed and nothing was done; a promise that was kept late was not kept, either."""
    if promise.due_on is None or promise.state in (ThemeState.HEARD, ThemeState.CANNOT):
        return False
    return (promise.settled_on or today) > promise.due_on


@dataclass(frozen=True)
class Stage:
    """One change of a theme as it stands in its history: to which state, on which day, promised by which day."""

    state: ThemeState
    on: date
    due_on: date | None = None


@dataclass(frozen=True)
class Record:
    """What a theme's history says of its promises: how many were kept, and the days by which others were not.

    ``moved_from`` is the day first promised where it was put off before it came; ``is_open`` while one is to come.
    """

    kept: int
    missed: tuple[date, ...]
    moved_from: date | None
    is_open: bool


def record_of(stages: Sequence[Stage], today: date) -> Record:
    """Read a history, oldest first. A promise that is made anew after its day was not kept, nor one kept late."""
    kept, missed, moved_from, is_open = 0, [], None, False
    for stage, following in zip(stages, [*stages[1:], None], strict=True):
        if stage.state is not ThemeState.PLANNED or stage.due_on is None:
            continue
        ended_on = following.on if following else today
        if ended_on > stage.due_on:
            missed.append(stage.due_on)
            moved_from = None
        elif following is None:
            is_open = True
        elif following.state is ThemeState.DONE:
            kept += 1
        elif following.state is ThemeState.PLANNED:
            moved_from = moved_from or stage.due_on
    return Record(kept, tuple(missed), moved_from, is_open)


def shown(counts: Mapping[Group, int], *, least: int = SMALL) -> dict[Group, int | None]:
    """The counts beside their total, small ones hidden (None), and another one where they could be worked out.

    What is hidden adds up to at least twice the least that is shown, or all of it is hidden; nothing is hidden of a
    table without small counts.
    """
    hidden = {group for group, count in counts.items() if 0 < count < least}
    rest = sorted((group for group in counts if group not in hidden and counts[group]), key=lambda each: counts[each])
    while hidden and rest and (len(hidden) < 2 or sum(counts[each] for each in hidden) < 2 * least):
        hidden.add(rest.pop(0))
    return {group: None if group in hidden else count for group, count in counts.items()}


def _without_particulars(words: str) -> Refusal | None:
    found = particulars_in(words)
    return Refusal("particulars_left", found=found[0]) if found else None
