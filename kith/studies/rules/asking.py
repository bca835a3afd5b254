"""When a study may ask, and what counts as an answer. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from kith.kernel.barriers import Barrier
from kith.kernel.refusal import Refusal
from kith.studies.rules.codes import Used

LONGEST = timedelta(days=365)
MOST_A_MONTH = 2000
"""The most answers by an open link in a month: more is a machine."""


@dataclass(frozen=True)
class Said:
    """What one person says: in which language, of which ethnic group (or unsaid), whether used, and what was hard."""

    language: str
    community: str
    used: Used
    reasons: tuple[Barrier, ...]


def may_begin(title: str, until_on: date, *, today: date) -> Refusal | None:
    """Say why a study cannot begin, or None if it can."""
    if not title.strip():
        return Refusal("study_without_title")
    return None if today < until_on <= today + LONGEST else Refusal("study_day_out_of_range")


def may_answer_study(said: Said, *, is_over: bool, open_so_far: int) -> Refusal | None:
    """Say why this is no answer, or None: it names a reason, or says that the support was used without one."""
    if is_over:
        return Refusal("study_over")
    if open_so_far >= MOST_A_MONTH:
        return Refusal("study_rests")
    return None if said.reasons or said.used is Used.YES else Refusal("study_without_reason")


def reasons_of(codes: Collection[str]) -> tuple[Barrier, ...]:
    """These reasons, in the order of the list."""
    return tuple(each for each in Barrier if each in codes)
