"""Sex, age and ethnicity of members, for totals alone: what is counted, in which quarter, and what may be shown. Pure.

Nothing is kept of one person: a tally of each answer grows, and all tallies of a quarter are written anew with each
answer, so that nothing in the database says which of them has grown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kith.kernel.quarter import Quarter
from kith.panels.rules.codes import ANSWERS_OF, TotalOf
from kith.studies.rules.barriers import line_shown

Tallies = Mapping[tuple[Quarter, TotalOf, str], int]


@dataclass(frozen=True)
class TotalLine:
    """One quarter's answers to one question; None stands where a small count is hidden."""

    quarter: Quarter
    of: TotalOf
    counts: tuple[tuple[StrEnum, int | None], ...]


def lines_shown(tallies: Tallies, *, now: Quarter, smallest_shown: int) -> tuple[TotalLine, ...]:
    """The answers of the quarters that are over, the latest first, small ones hidden.

    Each quarter is shown by itself and never changes: a sum that grew from day to day would tell of the latest member.
    """
    quarters = sorted({quarter for quarter, _, _ in tallies if quarter < now}, reverse=True)
    lines = [_line(tallies, quarter, of, smallest_shown) for quarter in quarters for of in TotalOf]
    return tuple(line for line in lines if any(count != 0 for _, count in line.counts))


def _line(tallies: Tallies, quarter: Quarter, of: TotalOf, smallest: int) -> TotalLine:
    answers = list(ANSWERS_OF[of])
    counts = line_shown([tallies.get((quarter, of, str(each)), 0) for each in answers], smallest)
    return TotalLine(quarter, of, tuple(zip(answers, counts, strict=True)))
