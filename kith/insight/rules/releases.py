"""What may be released of a quarter after all that was released before, so that no two releases betray a few. Pure."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NewType

import numpy as np

from kith.insight.rules.figures import Figure, State
from kith.kernel.quarter import Quarter
from kith.kernel.refusal import Refusal
from kith.methods import small_changes

ReleaseId = NewType("ReleaseId", int)
ROLLING = 4  # quarters: readers add them up to years that begin in any quarter
UNMOVED = (0.0,) * 7  # a hidden quarter that stays as it was says of a sum over it that it moved by the others
Shown = Mapping[Quarter, Figure]
"""What the public saw after one release: the figure of each quarter that counted then."""


class Held(StrEnum):
    """Why a release says less than the record would allow by itself."""

    STAYS_HIDDEN = "stays_hidden"
    PARTS_STAY_HIDDEN = "parts_stay_hidden"
    PARTS_WOULD_BETRAY = "parts_would_betray"
    ALL_WOULD_BETRAY = "all_would_betray"


@dataclass(frozen=True)
class Release:
    """The figure that may be released, and why it says less than it might."""

    figure: Figure
    held: Held | None = None


def told(figure: Figure) -> tuple[float, ...]:
    """All counts that the figure gives, or gives away by a sum or a difference; NaN for one that it does not.

    In this order: due, fed, not fed or not known, not known, known, not fed, fed or not known.
    """
    due, fed, unknown = (math.nan if each is None else float(each) for each in _given(figure))
    return due, fed, due - fed, unknown, due - unknown, due - fed - unknown, fed + unknown


def may_begin(quarter: Quarter, *, is_over: bool, state: State) -> Refusal | None:
    """Say why nothing can be released of the quarter, or None if something can."""
    if not is_over:
        return Refusal("quarter_not_over")
    return Refusal("no_babies_due", quarter=quarter) if state is State.NO_BABIES else None


def may_release(
    *, edition: int, next_edition: int, held_up: Refusal | None, is_as_seen: bool, note: str, reason: str
) -> Refusal | None:
    """Say why this edition cannot be released as it was looked at, or None if it can."""
    if edition != next_edition:
        return Refusal("quarter_released_meanwhile")
    if held_up:
        return held_up
    if not is_as_seen:
        return Refusal("numbers_moved")
    if not note:
        return Refusal("release_needs_a_note")
    return Refusal("correction_needs_a_reason") if edition > 1 and not reason else None


def first_or_next(fresh: Figure, seen: Sequence[Shown], *, smallest_shown: int) -> Release | Refusal:
    """What may be released now of the fresh figure's quarter; a refusal where the last release has to stand.

    ``seen`` is what the public saw after each release so far, oldest first. What was hidden stays hidden; a count is
    held back whose change since any earlier release, alone or in a rolling sum of quarters, would be a small one.
    """
    before = [each[fresh.quarter] for each in seen if fresh.quarter in each]
    if not before:
        return Release(fresh)
    last, threshold = before[-1], smallest_shown - 1
    if not (fresh.state is State.HIDDEN or _says_more(last, fresh)) and _is_small_step(last, fresh, threshold):
        return Refusal("nothing_to_correct")
    # The last of them is hidden, and betrays nothing.
    release = next(each for each in _less_and_less(fresh, before) if not _betrays(seen, each.figure, threshold))
    return Refusal("nothing_to_correct") if release.figure == last else release


def _less_and_less(fresh: Figure, before: Sequence[Figure]) -> Iterator[Release]:
    """The figure as it is, without its parts, and hidden; what an earlier release hid is not shown again."""
    hidden = Figure(fresh.quarter, State.HIDDEN, is_provisional=fresh.is_provisional)
    if fresh.state is State.HIDDEN or any(each.state is State.HIDDEN for each in before):
        yield Release(hidden, None if fresh.state is State.HIDDEN else Held.STAYS_HIDDEN)
        return
    if all(each.unknown_told is not None for each in before):
        yield Release(fresh)
        yield Release(without_parts(fresh), Held.PARTS_WOULD_BETRAY)
    else:
        lessened = without_parts(fresh)
        yield Release(lessened, Held.PARTS_STAY_HIDDEN if lessened != fresh else None)
    yield Release(hidden, Held.ALL_WOULD_BETRAY)


def without_parts(figure: Figure) -> Figure:
    """The figure without what says how many are known."""
    return replace(figure, known=None, unknown=None, share_unknown=None, of_known=None)


def _betrays(seen: Sequence[Shown], figure: Figure, threshold: int) -> bool:
    """Whether a difference to any earlier release gives a small count of this quarter, alone or in a rolling sum."""
    if threshold < 1:  # a place that calls no count small
        return False
    after = {**seen[-1], figure.quarter: figure}
    quarters = _row_of_quarters(list(after))
    at = quarters.index(figure.quarter)
    looks = (np.array([_told_twice(each, after, quarter) for quarter in quarters]) for each in seen)
    return any(small_changes(*look.swapaxes(0, 1), window=ROLLING, threshold=threshold)[at].any() for look in looks)


def _told_twice(before: Shown, after: Shown, quarter: Quarter) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The counts of a quarter in two releases; equal ones where the quarter is the same in both."""
    if before.get(quarter) == after.get(quarter):
        return UNMOVED, UNMOVED
    not_released = Figure(quarter, State.NOT_RELEASED)
    return told(before.get(quarter, not_released)), told(after.get(quarter, not_released))


def _row_of_quarters(some: Sequence[Quarter]) -> list[Quarter]:
    """All quarters from the first to the last of these."""
    row = [min(some)]
    while row[-1] < max(some):
        row.append(row[-1].next())
    return row


def _says_more(before: Figure, fresh: Figure) -> bool:
    return any(math.isnan(old) and not math.isnan(new) for old, new in zip(told(before), told(fresh), strict=True))


def _is_small_step(before: Figure, fresh: Figure, threshold: int) -> bool:
    """Whether no count that both give has changed by more than a few."""
    return not any(abs(new - old) > threshold for old, new in zip(told(before), told(fresh), strict=True))


def _given(figure: Figure) -> tuple[int | None, int | None, int | None]:
    return figure.due, figure.fed, figure.unknown_told
