"""Reads for the public page: feeding by quarter from the record, and what others have published."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from kith.feeding.queries.counting import feeding_by_quarter
from kith.feeding.rules.statuses import Milestone
from kith.insight import rules
from kith.insight.published import Series, series_of
from kith.insight.rules import Change, Counts, Figure, PublicationRules
from kith.kernel import clock
from kith.kernel.quarter import Quarter
from kith.places import queries as places
from kith.places.facts.england import FEEDING_6_8_WEEKS, FeedingInEngland
from kith.places.facts.shape import Source
from kith.platform.access.viewer import Viewer

QUARTERS_SHOWN = 9  # two years and the quarter in progress


@dataclass(frozen=True)
class Feeding:
    """Feeding at 6 to 8 weeks: each quarter's figure, and the change over those that are complete."""

    figures: list[Figure]
    change: Change | None
    rules: PublicationRules
    england: FeedingInEngland


@dataclass(frozen=True)
class OurNumbers:
    """Everything on the public page."""

    place_name: str
    counted_on: date
    area_code: str
    feeding: Feeding
    feeding_elsewhere: Series | None
    infant_mortality: Series | None
    child_mortality: Series | None
    infant_mortality_index: Series | None
    sources: tuple[Source, ...]


def our_numbers(viewer: Viewer) -> OurNumbers:
    """The public page: aggregates only, hidden where they could point at a person."""
    place = places.this_place()
    by_measure = {
        measure: series_of(place.published, measure)
        for measure in ("feeding_6_8_weeks", "infant_mortality", "child_mortality", "infant_mortality_index")
    }
    return OurNumbers(
        place_name=place.name,
        counted_on=clock.today(),
        area_code=place.authority_code,
        feeding=feeding(viewer),
        feeding_elsewhere=by_measure["feeding_6_8_weeks"],
        infant_mortality=by_measure["infant_mortality"],
        child_mortality=by_measure["child_mortality"],
        infant_mortality_index=by_measure["infant_mortality_index"],
        sources=place.sources,
    )


def feeding(viewer: Viewer) -> Feeding:
    """Feeding at 6 to 8 weeks over the last quarters, from the first in which babies were due."""
    last = Quarter.of(clock.today())
    first = last
    for _ in range(QUARTERS_SHOWN - 1):
        first = first.previous()
    allowed = _publication_rules()
    births = places.this_place().births_a_year / 4
    figures = [
        rules.publish(
            row.quarter,
            Counts(row.due, row.totally + row.partially, row.not_at_all),
            allowed,
            is_over=row.quarter.last_day < clock.today(),
            births_expected=births,
        )
        for row in feeding_by_quarter(viewer, Milestone.WEEKS_6_8, first, last)
    ]
    while figures and figures[0].state is rules.State.NO_BABIES:
        del figures[0]
    return Feeding(figures, rules.change(figures), allowed, FEEDING_6_8_WEEKS)


def _publication_rules() -> PublicationRules:
    kith = settings.KITH
    return PublicationRules(kith.feeding_known_at_least, kith.feeding_births_within, kith.smallest_count_shown)
