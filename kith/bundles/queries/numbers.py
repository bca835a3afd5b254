"""Waits, reasons and refusals counted, the places without room for a cot, and unmet need beside deprivation."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from kith.bundles.models.requests import BundleRequest
from kith.bundles.rules.codes import BundleState, Criterion, Landlord, NoRoom, WhyNot
from kith.kernel import clock
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.walls.saying import beyond

A_YEAR = timedelta(days=365)
FEW = 5
"""Fewer than so many are not shown: a small area could name the family."""
UNMET = (BundleState.ASKED, BundleState.APPROVED, BundleState.REFUSED)


@dataclass(frozen=True)
class Fifth:
    """One fifth of areas by deprivation (1: the most deprived): how many asked, and how many have no bundle."""

    number: int
    asked: int | None
    unmet: int | None


@dataclass(frozen=True)
class BundleNumbers:
    """What is counted of a year."""

    asked: int | None
    given: int | None
    wait_days: int | None
    criteria: list[tuple[Criterion, int | None]]
    refusals: list[tuple[WhyNot, int | None]]
    no_room: list[tuple[Landlord, NoRoom, int | None]]
    fifths: list[Fifth]
    unknown: int | None


@dataclass(frozen=True)
class _Nameless:
    state: BundleState
    why: str
    criteria: list[str]
    landlord: Landlord
    no_room: str
    decile: int | None
    wait: float | None


def bundle_numbers(viewer: Viewer) -> BundleNumbers:
    """The numbers of the place over a year, without a name."""
    access.require(viewer, Permission.SEE_NUMBERS)
    rows = _nameless()
    waits = [each.wait for each in rows if each.wait is not None]
    criteria = Counter(Criterion(one) for each in rows for one in each.criteria)
    refusals = Counter(WhyNot(each.why) for each in rows if each.why)
    no_room = Counter((each.landlord, NoRoom(each.no_room)) for each in rows if each.no_room)
    return BundleNumbers(
        asked=_shown(len(rows)),
        given=_shown(sum(each.state is BundleState.GIVEN for each in rows)),
        wait_days=round(median(waits)) if len(waits) >= FEW else None,
        criteria=[(each, _shown(count)) for each, count in criteria.most_common()],
        refusals=[(each, _shown(count)) for each, count in refusals.most_common()],
        no_room=[(landlord, why, _shown(count)) for (landlord, why), count in no_room.most_common()],
        fifths=[_fifth(number, rows) for number in range(1, 6)],
        unknown=_shown(sum(each.decile is None for each in rows)),
    )


def _fifth(number: int, rows: list[_Nameless]) -> Fifth:
    here = [each for each in rows if each.decile is not None and (each.decile + 1) // 2 == number]
    unmet = sum(each.state in UNMET for each in here)
    return Fifth(number, _shown(len(here)), _shown(unmet) if len(here) >= FEW or not here else None)


def _shown(count: int) -> int | None:
    return count if count == 0 or count >= FEW else None


@beyond("requests for bundles without families: how long they waited, why they were refused, in which fifth of areas")
def _nameless() -> list[_Nameless]:
    rows = BundleRequest.objects.filter(asked_at__gt=clock.now() - A_YEAR)
    columns = ("state", "why", "criteria", "landlord", "no_room", "deprivation_decile", "asked_at", "given_at")
    return [
        _Nameless(
            BundleState(state),
            why,
            criteria,
            Landlord(landlord),
            no_room,
            decile,
            (given_at - asked_at).total_seconds() / 86400 if given_at else None,
        )
        for state, why, criteria, landlord, no_room, decile, asked_at, given_at in rows.values_list(*columns)
    ]
