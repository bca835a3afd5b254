"""What the desk alone sees: how the record stands now, which quarters wait, and what a release would say."""

from dataclasses import dataclass
from datetime import datetime

from kith.insight.drafts import Draft, draft_of, live_figures
from kith.insight.models import Release
from kith.insight.queries.feeding import Feeding, feeding_of, quarters_until
from kith.insight.rules.figures import State
from kith.kernel import clock
from kith.kernel.quarter import Quarter
from kith.places.queries import this_place
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

EARLIEST, LATEST = 2000, 2100


@dataclass(frozen=True)
class LiveNumbers:
    """The record at this moment; it moves with every answer and is not for publication."""

    place_name: str
    counted_at: datetime
    feeding: Feeding


@dataclass(frozen=True)
class QuarterAtDesk:
    """A quarter that is over, and how often it was released; 0 is not yet."""

    quarter: Quarter
    edition: int


def live_numbers(viewer: Viewer) -> LiveNumbers:
    """Feeding over the last quarters as the record has it now, from the first in which babies were due."""
    access.require(viewer, Permission.SEE_NUMBERS)
    shown = quarters_until(Quarter.of(clock.today()))
    figures = live_figures(viewer, shown[0], shown[-1])
    while figures and figures[0].state is State.NO_BABIES:
        del figures[0]
    return LiveNumbers(this_place().name, clock.now(), feeding_of(figures))


def quarters_to_release(viewer: Viewer) -> tuple[QuarterAtDesk, ...]:
    """The quarters that are over and in which babies were due, the newest first, with how often each was released."""
    access.require(viewer, Permission.RELEASE_NUMBERS)
    shown = quarters_until(Quarter.of(clock.today()).previous())
    editions = {each.quarter: each.edition for each in Release.objects.in_order()}
    return tuple(
        QuarterAtDesk(each.quarter, editions.get(each.quarter, 0))
        for each in reversed(live_figures(viewer, shown[0], shown[-1]))
        if each.state is not State.NO_BABIES or each.quarter in editions
    )


def preview(viewer: Viewer, *, year: int, number: int) -> Draft:
    """What would be released of the quarter now; NotFound where there is no such quarter."""
    access.require(viewer, Permission.RELEASE_NUMBERS)
    if not (EARLIEST <= year <= LATEST and 1 <= number <= 4):
        raise NotFound("quarter")
    return draft_of(viewer, Quarter(year, number), Release.objects.in_order())
