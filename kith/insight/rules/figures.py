"""What may be published of a count of babies, and in which state. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from kith.kernel.quarter import Quarter
from kith.methods import Difference, Estimate, difference, proportion


class State(StrEnum):
    """How a quarter stands."""

    PUBLISHED = "published"
    PROVISIONAL = "provisional"
    HIDDEN = "hidden"
    NOT_PUBLISHED = "not_published"
    NO_BABIES = "no_babies"
    NOT_RELEASED = "not_released"


@dataclass(frozen=True)
class PublicationRules:
    """The numbers by which publication is decided; each place may set its own.

    The national rules for the return are known from memory only and are to be confirmed: that feeding is known for at
    least 95 % of babies due, and that the number due lies within 20 % of an independent count of births.
    """

    known_at_least: float = 0.95
    births_within: float = 0.20
    smallest_shown: int = 8


@dataclass(frozen=True)
class Counts:
    """Babies due in a quarter, by what is known of their feeding."""

    due: int
    fed: int
    not_fed: int

    @property
    def known(self) -> int:
        """Babies whose feeding is known."""
        return self.fed + self.not_fed

    @property
    def unknown(self) -> int:
        """Babies due whose feeding is not known."""
        return self.due - self.known


@dataclass(frozen=True)
class Figure:
    """What a page, a chart or a file may say of one quarter. None means hidden or not given, never nought."""

    quarter: Quarter
    state: State
    is_provisional: bool = False
    due: int | None = None
    fed: int | None = None
    known: int | None = None
    unknown: int | None = None
    share_unknown: float | None = None
    of_due: Estimate[float] | None = None
    of_due_wide: Estimate[float] | None = None
    of_known: Estimate[float] | None = None
    is_far_from_births: bool = False

    @property
    def unknown_told(self) -> int | None:
        """How many are not known, where the figure says so or its share gives the number away."""
        if self.unknown is None and self.due is not None and self.share_unknown is not None:
            return round(self.share_unknown * self.due)
        return self.unknown


def publish(
    quarter: Quarter, counts: Counts, rules: PublicationRules, *, is_over: bool, births_expected: float
) -> Figure:
    """Decide what may be said of the quarter, and say that and nothing else."""
    if counts.due == 0:
        return Figure(quarter, State.NO_BABIES, is_provisional=not is_over)
    if _identifies(counts, rules):
        return Figure(quarter, State.HIDDEN, is_provisional=not is_over)
    parts_may_be_seen = not (_is_small(counts.unknown, rules) or _is_small(counts.not_fed, rules))
    if counts.known / counts.due < rules.known_at_least:
        return Figure(
            quarter,
            State.NOT_PUBLISHED,
            is_provisional=not is_over,
            due=counts.due,
            share_unknown=counts.unknown / counts.due if parts_may_be_seen else None,
        )
    return Figure(
        quarter,
        State.PUBLISHED if is_over else State.PROVISIONAL,
        is_provisional=not is_over,
        due=counts.due,
        fed=counts.fed,
        known=counts.known if parts_may_be_seen else None,
        unknown=counts.unknown if parts_may_be_seen else None,
        share_unknown=counts.unknown / counts.due if parts_may_be_seen else None,
        of_due=proportion(counts.fed, counts.due),
        of_due_wide=proportion(counts.fed, counts.due, confidence=0.998),
        of_known=proportion(counts.fed, counts.known) if parts_may_be_seen else None,
        # A place that has not said its births has nothing to compare with.
        is_far_from_births=is_over
        and births_expected > 0
        and abs(counts.due - births_expected) > rules.births_within * births_expected,
    )


def _is_small(count: int, rules: PublicationRules) -> bool:
    return 0 < count < rules.smallest_shown


def _identifies(counts: Counts, rules: PublicationRules) -> bool:
    """Whether the rate itself would say too much: few babies on either side, or all of them on one."""
    rest = counts.due - counts.fed
    is_everybody = 0 in (counts.fed, rest)
    return is_everybody or _is_small(counts.fed, rules) or _is_small(rest, rules)


class ChangeWord(StrEnum):
    """What may be said of a change."""

    ROSE = "rose"
    FELL = "fell"
    NOT_CLEAR = "not_clear"


@dataclass(frozen=True)
class Change:
    """From the first to the last complete published quarter, in shares, with the interval of the difference."""

    first: Figure
    last: Figure
    by: Difference[float]

    @property
    def word(self) -> ChangeWord:
        """A rise or a fall only where the interval leaves out nought."""
        if self.by.lower > 0:
            return ChangeWord.ROSE
        return ChangeWord.FELL if self.by.upper < 0 else ChangeWord.NOT_CLEAR


def change(figures: list[Figure]) -> Change | None:
    """The change between the first and the last complete quarter that is published; None with fewer than two."""
    whole = [figure for figure in figures if figure.state is State.PUBLISHED]
    if len(whole) < 2:
        return None
    first, last = whole[0], whole[-1]
    counts = (first.fed, first.due, last.fed, last.due)
    x1, n1, x2, n2 = (count or 0 for count in counts)  # published figures have their counts; nought is never published
    return Change(first, last, difference(x1, n1, x2, n2))
