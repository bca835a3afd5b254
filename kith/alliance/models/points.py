"""What waits for the next agenda: read alike by the page that shows it and by the action that freezes it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from kith.alliance.models.meetings import AgendaItem, AgreedAction, BroughtPoint
from kith.alliance.rules.codes import AgendaKind, MeetingState
from kith.alliance.rules.meetings import Point, in_order
from kith.listening.queries.waiting import themes_waiting

MOST = 30
"""Of each kind so many points at most: a longer agenda is none. The rest waits for the next one."""


@dataclass(frozen=True)
class PointWaiting(Point):
    """A point with its paper: what a member reads before the meeting."""

    paper: str = ""


def points_waiting(today: date) -> list[PointWaiting]:
    """New themes, promises past their day, what other rooms bring, and late actions; four statements."""
    points = [
        PointWaiting(
            AgendaKind.UNKEPT_PROMISE if each.is_unkept else AgendaKind.THEME,
            each.title,
            each.since,
            theme_id=each.id,
            count=each.stories,
            paper=each.promise,
        )
        for each in themes_waiting(today, spoken=_spoken("theme_id"), most=MOST)
    ]
    points += [
        PointWaiting(each.kind, each.title, each.since, brought_id=each.pk, paper=each.paper)
        for each in BroughtPoint.objects.exclude(pk__in=_spoken("brought_id")).order_by("since", "pk")[:MOST]
    ]
    late = AgreedAction.objects.open().filter(due_on__lt=today)[:MOST]
    points += [
        PointWaiting(AgendaKind.LATE_ACTION, each.what[:200], each.due_on, action_id=each.pk, paper=each.what)
        for each in late
    ]
    return [each for each in in_order(points) if isinstance(each, PointWaiting)]


def _spoken(of: str) -> QuerySet[AgendaItem, Any]:
    """What was on an agenda that was frozen or held: themes, or points that rooms brought, by their ids."""
    rows: QuerySet[AgendaItem, Any] = AgendaItem.objects.filter(
        meeting__state__in=_SPOKEN, **{f"{of}__isnull": False}
    ).values(of)
    return rows


_SPOKEN = [MeetingState.FROZEN, MeetingState.HELD, MeetingState.APPROVED]
