"""Continuity: one family's in numbers, and the place's over time by group, without a name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from kith.caseloads.queries.leading import lead_stretches
from kith.contacts.models.contacts import Contact
from kith.families.queries.reach import may_open
from kith.families.queries.stages import BirthInGroups, births_in_groups
from kith.kernel import clock
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.kernel.clock import LONDON
from kith.kernel.ids import FamilyId
from kith.kernel.quarter import Quarter
from kith.methods import Estimate, clustered_proportion, continuity, mean
from kith.places.codes.ethnicity import EthnicGroup, category
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.showing.shares import ShownShare, shown_shares
from kith.walls.saying import beyond

QUARTERS_SHOWN = 6
UNTIL_AGE = timedelta(weeks=8)
FEWEST_CONTACTS = 2


class Grouping(StrEnum):
    """By what the families are told apart."""

    DEPRIVATION = "deprivation"
    LANGUAGE = "language"
    ETHNICITY = "ethnicity"


@dataclass(frozen=True)
class FamilyContinuity:
    """One family's contacts: how many, with how many people, and how many with the lead at the time."""

    contacts: int
    people: int
    with_lead: int


@dataclass(frozen=True)
class Cell:
    """A group in a quarter: families that met their lead at least half the time, and the three measures."""

    quarter: Quarter
    mostly: ShownShare
    with_lead: Estimate[float] | None
    usual_provider: Estimate[float] | None
    bice_boxerman: Estimate[float] | None


@dataclass(frozen=True)
class GroupOverTime:
    """One group (its code), quarter by quarter."""

    code: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class _Counted:
    """The families of a period as arrays: quarter, born in it, contacts until eight weeks, and the two indices."""

    births: list[BirthInGroups]
    contacts: NDArray[np.float64]
    with_lead: NDArray[np.float64]
    usual_provider: NDArray[np.float64]
    bice_boxerman: NDArray[np.float64]


def continuity_of(viewer: Viewer, family_id: FamilyId) -> FamilyContinuity | None:
    """One family's continuity so far; None without a contact, NotFound unless the viewer may open the record."""
    if not may_open(viewer, family_id):
        raise NotFound("family")
    rows = list(Contact.objects.current().filter(family_id=family_id).values_list("membership_id", "at"))
    if not rows:
        return None
    leads = lead_stretches(family_id)
    with_lead = sum(
        any(
            who == led.membership_id and led.from_at <= at and (led.until_at is None or at < led.until_at)
            for led in leads
        )
        for who, at in rows
    )
    return FamilyContinuity(len(rows), len({who for who, _at in rows}), with_lead)


@beyond("counts of the whole place, without a name")
def continuity_over_time(viewer: Viewer, grouping: Grouping) -> list[GroupOverTime]:
    """Each group's continuity by the quarter in which its babies turned eight weeks, from first contact until then.

    Counts and means of the whole place: cells that could point at a person are hidden in all their measures.
    """
    access.require(viewer, Permission.SEE_CONTINUITY)
    last = Quarter.of(clock.today())
    quarters = [last]
    for _ in range(QUARTERS_SHOWN - 1):
        quarters.insert(0, quarters[0].previous())
    first, until = quarters[0].first_day - UNTIL_AGE, clock.today() - UNTIL_AGE
    counted = _count(births_in_groups(viewer, first, until))
    where = [Quarter.of(birth.born_on + UNTIL_AGE) for birth in counted.births]
    groups = [_GROUPS[grouping](birth) for birth in counted.births]
    codes = sorted(set(groups), key=lambda code: (code == NOT_KNOWN, code))
    enough = counted.contacts >= FEWEST_CONTACTS
    of_group = {code: enough & _mask(groups, code) for code in codes}
    of_quarter = {quarter: _mask(where, quarter) for quarter in quarters}
    at = {(code, quarter): of_group[code] & of_quarter[quarter] for code in codes for quarter in quarters}
    mostly = counted.with_lead * 2 >= counted.contacts
    shown = shown_shares(
        [[int((at[code, quarter] & mostly).sum()) for quarter in quarters] for code in codes],
        [[int(at[code, quarter].sum()) for quarter in quarters] for code in codes],
        smallest=SMALLEST_COUNT.now,
    )
    return [
        GroupOverTime(
            code,
            tuple(
                _cell(quarter, shown[row][column], counted, at[code, quarter])
                for column, quarter in enumerate(quarters)
            ),
        )
        for row, code in enumerate(codes)
    ]


NOT_KNOWN = "not_known"


def _fifth(birth: BirthInGroups) -> str:
    return NOT_KNOWN if birth.decile is None else str((birth.decile + 1) // 2)


def _language(birth: BirthInGroups) -> str:
    return "english" if birth.speaks.partition("-")[0] == "en" else "other"


def _ethnic_group(birth: BirthInGroups) -> str:
    group = category(birth.ethnicity).census_group
    if group is None:
        return NOT_KNOWN
    return "other_group" if group is EthnicGroup.OTHER else group.value


_GROUPS: dict[Grouping, Callable[[BirthInGroups], str]] = {
    Grouping.DEPRIVATION: _fifth,
    Grouping.LANGUAGE: _language,
    Grouping.ETHNICITY: _ethnic_group,
}


def _mask(values: Iterable[object], wanted: object) -> NDArray[np.bool_]:
    return np.array([value == wanted for value in values], dtype=bool)


def _cell(quarter: Quarter, shown: ShownShare, counted: _Counted, mask: NDArray[np.bool_]) -> Cell:
    if shown.is_hidden or not mask.any():
        return Cell(quarter, shown, None, None, None)
    return Cell(
        quarter=quarter,
        mostly=shown,
        with_lead=clustered_proportion(counted.with_lead[mask], counted.contacts[mask]),
        usual_provider=mean(counted.usual_provider[mask]),
        bice_boxerman=mean(counted.bice_boxerman[mask]),
    )


def _count(births: list[BirthInGroups]) -> _Counted:
    """The contacts of these families until eight weeks, one question to the database for all of them."""
    place = {birth.family_id: at for at, birth in enumerate(births)}
    pairs = _pairs(births)
    family = np.array([place[FamilyId(row[0])] for row in pairs], dtype=np.int64)
    count = np.array([row[1] for row in pairs], dtype=np.int64)
    found = continuity(family, count, families=len(births))
    with_lead = np.bincount(family, weights=[row[2] for row in pairs], minlength=len(births))
    return _Counted(births, found.contacts, np.asarray(with_lead, float), found.usual_provider, found.bice_boxerman)


def _pairs(births: list[BirthInGroups]) -> list[tuple[UUID, int, int]]:
    """Family, contacts and contacts as its lead, for each family and person who met."""
    with connection.cursor() as cursor:
        cursor.execute(_PAIRS, [[birth.family_id for birth in births], [_end(birth.born_on) for birth in births]])
        return list(cursor.fetchall())


def _end(born_on: date) -> datetime:
    return datetime.combine(born_on + UNTIL_AGE, time(), LONDON).astimezone(UTC)


# One pass over the contacts and one over the leads; both tables are this room's own.
_PAIRS = """
SELECT met.family_id, count(*), count(lead.id)
FROM unnest(%s::uuid[], %s::timestamptz[]) AS born (family_id, until_at)
JOIN contacts_contact AS met ON met.family_id = born.family_id AND met.is_current AND met.at < born.until_at
LEFT JOIN caseloads_namedlead AS lead ON lead.family_id = met.family_id AND lead.membership_id = met.membership_id
    AND lead.from_at <= met.at AND (lead.until_at IS NULL OR met.at < lead.until_at)
GROUP BY met.family_id, met.membership_id
"""
