"""What other rooms bring to the next agenda: a number that moved, a gap in a standard. Safe to run twice."""

from datetime import date

from kith.alliance.models.meetings import BroughtPoint
from kith.alliance.rules.codes import AgendaKind
from kith.organisations.events import IndicatorMoved, StandardGap
from kith.platform import audit
from kith.platform.access.viewer import system_actor
from kith.platform.action import action

BRINGER = system_actor("alliance")


@action
def bring_indicator(event: IndicatorMoved) -> None:
    """Have the alliance speak of a number that moved."""
    _bring(AgendaKind.INDICATOR, event.key, event.title, event.paper, event.moved_on)


@action
def bring_gap(event: StandardGap) -> None:
    """Have the alliance speak of a gap in a standard."""
    _bring(AgendaKind.GAP, event.key, event.title, event.paper, event.found_on)


def _bring(kind: AgendaKind, key: str, title: str, paper: str, since: date) -> None:
    said = {"kind": kind, "title": title[:200], "paper": paper, "since": since}
    row, is_new = BroughtPoint.objects.get_or_create(key=f"{kind}:{key}"[:100], defaults=said)
    if is_new:
        audit.record(BRINGER, "alliance.point_brought", row, what=kind)
