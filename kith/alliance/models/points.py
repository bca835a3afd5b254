"""What waits for the next agenda: read alike by the page that shows it and by the action that freezes it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from kith.alliance.models.meetings import AgendaItem, AgreedAction
from kith.alliance.models.themes import Theme
from kith.alliance.rules.codes import AgendaKind, MeetingState, ThemeState
from kith.alliance.rules.meetings import Point, in_order

MOST = 30
"""Of each kind so many points at most: a longer agenda is none. The rest waits for the next one."""


@dataclass(frozen=True)
class PointWaiting(Point):
    """A point with its paper: what a member reads before the meeting."""

    paper: str = ""


def points_waiting(today: date) -> list[PointWaiting]:
    """New themes no meeting has spoken of, promises past their day, and actions past theirs; three statements."""
    spoken = AgendaItem.objects.filter(meeting__state__in=_SPOKEN, theme__isnull=False).values("theme_id")
    heard = Theme.objects.heard().exclude(pk__in=spoken)[:MOST]
    unkept = Theme.objects.filter(state=ThemeState.PLANNED, due_on__lt=today).order_by("due_on", "pk")[:MOST]
    late = AgreedAction.objects.open().filter(due_on__lt=today)[:MOST]
    points = [_of_theme(each, AgendaKind.THEME) for each in heard.annotate(stories=Count("in_it"))]
    points += [_of_theme(each, AgendaKind.UNKEPT_PROMISE) for each in unkept.annotate(stories=Count("in_it"))]
    points += [
        PointWaiting(AgendaKind.LATE_ACTION, each.what[:200], each.due_on, action_id=each.pk, paper=each.what)
        for each in late
    ]
    return [each for each in in_order(points) if isinstance(each, PointWaiting)]


def _of_theme(row: Theme, kind: AgendaKind) -> PointWaiting:
    since = row.due_on if kind is AgendaKind.UNKEPT_PROMISE and row.due_on else row.begun_on
    return PointWaiting(kind, row.title, since, theme_id=row.pk, count=getattr(row, "stories", 0), paper=row.promise)


_SPOKEN = [MeetingState.FROZEN, MeetingState.HELD, MeetingState.APPROVED]
