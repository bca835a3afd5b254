"""Visits, photos and what follows from them: what may be. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from kith.kernel.refusal import Refusal
from kith.welcome.rules.codes import Agreement
from kith.welcome.rules.profiles import Profile

LINK_GOOD_FOR = timedelta(days=60)
"""How long a parent may take to go and look."""
LONGEST_AGO = timedelta(days=92)
"""A visit of longer ago says nothing of today."""
MEND_WITHIN_DAYS = 28
MOST_PHOTOS = 6
"""More than a phone shows in a moment helps nobody to choose."""


@dataclass(frozen=True)
class NewVisit:
    """What a visitor found: on which day, each criterion that they looked at, and what would make it better."""

    visited_on: date
    said: Profile
    language: str
    words: str = ""


@dataclass(frozen=True)
class VisitFacts:
    """A visit that was asked for."""

    ends_on: date
    is_told: bool


def may_tell(facts: VisitFacts, visit: NewVisit, *, today: date) -> Refusal | None:
    """Say why nothing can be told by this link, or of this day, or None if it can."""
    if today > facts.ends_on:
        return Refusal("visit_link_over")
    return of_day(visit, today=today)


def of_day(visit: NewVisit, *, today: date) -> Refusal | None:
    """Say why what was found on this day cannot be taken down, or None if it can."""
    if visit.visited_on > today:
        return Refusal("visit_to_come")
    if today - visit.visited_on > LONGEST_AGO:
        return Refusal("visit_too_long_ago")
    return None if visit.said else Refusal("visit_says_nothing")


def may_show(alt: str, agreement: Agreement | None, agreed_words: str) -> Refusal | None:
    """Say why a photo cannot be shown, or None if it can: it needs words for who cannot see it, and an agreement."""
    if not alt.strip():
        return Refusal("photo_without_words")
    if agreement is None:
        return Refusal("photo_without_agreement")
    if agreement is Agreement.ALL_AGREED and not agreed_words.strip():
        return Refusal("photo_agreed_by_nobody")
    return None


def may_add_improvement(what: str, *, due_on: date, today: date, owner_works: bool) -> Refusal | None:
    """Say why this cannot be put on a worker's list, or None if it can."""
    if not what.strip():
        return Refusal("improvement_says_nothing")
    if due_on < today:
        return Refusal("improvement_due_in_the_past")
    return None if owner_works else Refusal("improvement_owner_has_left")
