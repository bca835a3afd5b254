"""A quarter as the record has it now, and what of it may be released: looked at first, then released as it was."""

from collections.abc import Sequence
from dataclasses import dataclass

from kith.feeding.queries.counting import feeding_by_quarter
from kith.feeding.rules.statuses import Milestone
from kith.insight.models import Release, seen_after_each
from kith.insight.open_data import feeding_row
from kith.insight.rules.figures import Counts, Figure, PublicationRules, publish
from kith.insight.rules.frozen import digest, frozen, thawed
from kith.insight.rules.releases import Held, first_or_next, may_begin
from kith.insight.settings import BIRTHS_WITHIN, KNOWN_AT_LEAST
from kith.kernel import clock
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.kernel.quarter import Quarter
from kith.kernel.refusal import Refusal
from kith.places.queries import this_place
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Draft:
    """What would be released of a quarter now, or why nothing can be.

    ``fresh`` is what the record would allow by itself; ``last`` what was released before. ``seen`` names the text that
    was looked at: only that is released.
    """

    quarter: Quarter
    edition: int
    fresh: Figure
    last: Figure | None
    figure: Figure | None
    held: Held | None
    text: str
    refusal: Refusal | None

    @property
    def seen(self) -> str:
        """The digest of the text."""
        return digest(self.text)


def publication_rules() -> PublicationRules:
    """The numbers by which this place decides what is published."""
    return PublicationRules(KNOWN_AT_LEAST.now, BIRTHS_WITHIN.now, SMALLEST_COUNT.now)


def live_figures(viewer: Viewer, first: Quarter, last: Quarter) -> list[Figure]:
    """Each quarter as the record has it now, with small numbers hidden."""
    births = this_place().births_a_year / 4
    return [
        publish(
            row.quarter,
            Counts(row.due, row.totally + row.partially, row.not_at_all),
            publication_rules(),
            is_over=_is_over(row.quarter),
            births_expected=births,
        )
        for row in feeding_by_quarter(viewer, Milestone.WEEKS_6_8, first, last)
    ]


def draft_of(viewer: Viewer, quarter: Quarter, releases: Sequence[Release]) -> Draft:
    """What may be released of the quarter now, after these releases."""
    (fresh,) = live_figures(viewer, quarter, quarter)
    own = [each for each in releases if each.quarter == quarter]
    last = thawed(own[-1].frozen)[0] if own else None
    found = may_begin(quarter, is_over=_is_over(quarter), state=fresh.state) or first_or_next(
        fresh, seen_after_each(releases), smallest_shown=publication_rules().smallest_shown
    )
    if isinstance(found, Refusal):
        return Draft(quarter, len(own) + 1, fresh, last, None, None, "", found)
    text = frozen(found.figure, feeding_row(this_place().area_code, found.figure))
    return Draft(quarter, len(own) + 1, fresh, last, found.figure, found.held, text, None)


def _is_over(quarter: Quarter) -> bool:
    return quarter.last_day < clock.today()
