"""What is public: the numbers as they were released, never as the record has them now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kith.insight.models import Release
from kith.insight.open_data import HEADINGS
from kith.insight.published import Series, series_of
from kith.insight.queries.feeding import QUARTERS_SHOWN, Feeding, feeding_of, quarters_until
from kith.insight.rules.figures import Figure, State
from kith.insight.rules.frozen import thawed
from kith.kernel import clock
from kith.kernel.quarter import Quarter
from kith.organisations.roles import ROLES
from kith.organisations.rules import Role
from kith.places import queries as places
from kith.places.facts.shape import Source
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Later:
    """The release that corrects an earlier one."""

    edition: int
    released_on: date


@dataclass(frozen=True)
class ReleaseRow:
    """One release as readers are told of it: no person is named, only what they work as."""

    quarter: Quarter
    edition: int
    figure: Figure
    released_on: date
    role_name: Any
    note: str
    reason: str
    language: str
    digest: str
    corrected_by: Later | None


@dataclass(frozen=True)
class OurNumbers:
    """Everything on the public page. ``newest`` is the latest release; None where nothing is released yet."""

    place_name: str
    feeding: Feeding
    newest: ReleaseRow | None
    feeding_elsewhere: Series | None
    infant_mortality: Series | None
    child_mortality: Series | None
    infant_mortality_index: Series | None
    sources: tuple[Source, ...]


def our_numbers(_viewer: Viewer) -> OurNumbers:
    """The public page: what was released, and what others have published."""
    place, rows = places.this_place(), _rows(Release.objects.in_order())
    by_measure = {
        measure: series_of(place.published, measure)
        for measure in ("feeding_6_8_weeks", "infant_mortality", "child_mortality", "infant_mortality_index")
    }
    return OurNumbers(
        place_name=place.name,
        feeding=_feeding(rows),
        newest=rows[-1] if rows else None,
        feeding_elsewhere=by_measure["feeding_6_8_weeks"],
        infant_mortality=by_measure["infant_mortality"],
        child_mortality=by_measure["child_mortality"],
        infant_mortality_index=by_measure["infant_mortality_index"],
        sources=place.sources,
    )


def releases(_viewer: Viewer) -> tuple[ReleaseRow, ...]:
    """Every release there was, the newest first; one that was corrected says by which."""
    return tuple(reversed(_rows(Release.objects.in_order())))


def release_text(_viewer: Viewer, *, year: int, number: int, edition: int) -> str:
    """The text of one release as it was frozen; NotFound where there is none."""
    row = Release.objects.filter(year=year, number=number, edition=edition).first()
    if row is None:
        raise NotFound("release")
    return row.frozen


def feeding_table(_viewer: Viewer) -> list[tuple[str, ...]]:
    """The open data: headings, then the row of each quarter that was released, as it stands after corrections."""
    current = {each.quarter: each for each in Release.objects.in_order()}
    rows = [(*thawed(each.frozen)[1], str(each.edition), _day(each).isoformat()) for _, each in sorted(current.items())]
    return [HEADINGS, *rows]


def _feeding(rows: Sequence[ReleaseRow]) -> Feeding:
    current = {row.quarter: row for row in rows}
    if not current:
        return feeding_of([])
    shown = [quarter for quarter in quarters_until(max(current), QUARTERS_SHOWN) if quarter >= min(current)]
    figures = [
        current[quarter].figure if quarter in current else Figure(quarter, State.NOT_RELEASED) for quarter in shown
    ]
    return feeding_of(figures, {quarter: row.edition for quarter, row in current.items() if row.edition > 1})


def _rows(releases: Sequence[Release]) -> list[ReleaseRow]:
    following = {(each.quarter, each.edition - 1): Later(each.edition, _day(each)) for each in releases}
    return [
        ReleaseRow(
            quarter=each.quarter,
            edition=each.edition,
            figure=thawed(each.frozen)[0],
            released_on=_day(each),
            role_name=ROLES[Role(each.role)].name,
            note=each.note,
            reason=each.reason,
            language=each.language,
            digest=each.digest,
            corrected_by=following.get((each.quarter, each.edition)),
        )
        for each in releases
    ]


def _day(release: Release) -> date:
    return clock.local(release.released_at).date()
