"""Who might lead a family, how large a caseload is, and who takes over what a leaver leaves. Pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kith.kernel.ids import MembershipId
from kith.methods.matching import Asking, Companion, Traits, proposals

YOUNG = timedelta(weeks=8)
SPEAKS, COVERS, ROOM = "speaks", "covers", "room"
_ORDER = (SPEAKS, COVERS, ROOM)
WISHES = frozenset(_ORDER)
WEIGHTS = {SPEAKS: 4, COVERS: 2, ROOM: 1}
"""Each weighs more than all that follow it: her language always comes first."""
MOST_LED = 1_000_000
"""More families than any worker leads: the fewer they lead, the more room they have left."""


class CaseKind(StrEnum):
    """The families of a caseload by where they stand."""

    EXPECTING = "expecting"
    UNDER_8_WEEKS = "under_8_weeks"
    LATER = "later"


class Line(StrEnum):
    """By which line a leaver's work comes to a successor."""

    LEAD = "lead"
    ACCEPTED = "accepted"
    DEPUTY = "deputy"
    TEAM = "team"
    MANAGER = "manager"
    ALLIANCE = "alliance"


@dataclass(frozen=True)
class Candidate:
    """A worker who might lead: what they speak, where they work (no ward: everywhere), how many they lead now."""

    membership_id: MembershipId
    languages: tuple[str, ...]
    wards: tuple[str, ...]
    caseload: int


@dataclass(frozen=True)
class Suggestion:
    """A candidate beside one family: what speaks for her."""

    candidate: Candidate
    speaks: bool
    covers: bool
    has_room: bool


@dataclass(frozen=True)
class Successor:
    """Who takes over, and by which line."""

    membership_id: MembershipId
    line: Line


def case_kind(*, youngest_born_on: date | None, is_expecting: bool, today: date) -> CaseKind:
    """Where a family stands: a baby under eight weeks counts before a new pregnancy."""
    if youngest_born_on and today - youngest_born_on < YOUNG:
        return CaseKind.UNDER_8_WEEKS
    return CaseKind.EXPECTING if is_expecting else CaseKind.LATER


def covers(wards: Collection[str], ward: str) -> bool:
    """Whether a worker for these wards works for families of this one; an unknown ward is no worker's own."""
    return not wards or ward in wards


def suggest_leads(candidates: Iterable[Candidate], *, language: str, ward: str, usual: int) -> list[Suggestion]:
    """The candidates, best first: who speaks the parent's language, then who covers their ward, then who has room.

    Between equals the smaller caseload comes first, and then the earlier to join, so that the order is always one.
    """
    people = {f"{each.membership_id:020}": each for each in candidates}
    if not people:
        return []
    companions = [
        Companion(key, _traits(each, language, ward, usual), MOST_LED - each.caseload) for key, each in people.items()
    ]
    found = proposals(Asking("family", wishes=WISHES), companions, WEIGHTS, most=len(people))
    return [Suggestion(people[each.companion], *(word in each.met for word in _ORDER)) for each in found]


def successor(line: Sequence[tuple[Line, MembershipId]], *, reach: Collection[MembershipId]) -> Successor | None:
    """The successor to a leaver: the first in line of those who work and may see the record; None without one.

    The line: a lead who stays, a worker who has accepted, deputy, team, managers, then any worker let in.
    """
    return next((Successor(one, by) for by, one in line if one in reach), None)


def _traits(each: Candidate, language: str, ward: str, usual: int) -> Traits:
    has = {
        SPEAKS: _base(language) in {_base(spoken) for spoken in each.languages},
        COVERS: covers(each.wards, ward),
        ROOM: each.caseload < usual,
    }
    return frozenset(word for word, is_so in has.items() if is_so)


def _base(language: str) -> str:
    return language.partition("-")[0]
