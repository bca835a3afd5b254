"""What waits for the next agenda: read alike by the page that shows it and by the action that freezes it."""

from dataclasses import dataclass
from datetime import date

from kith.alliance.models.meetings import AgendaItem, AgreedAction
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
    """New themes no meeting has spoken of, promises past their day, and actions past theirs; three statements."""
    spoken = AgendaItem.objects.filter(meeting__state__in=_SPOKEN, theme__isnull=False).values("theme_id")
    points = [
        PointWaiting(
            AgendaKind.UNKEPT_PROMISE if each.is_unkept else AgendaKind.THEME,
            each.title,
            each.since,
            theme_id=each.id,
            count=each.stories,
            paper=each.promise,
        )
        for each in themes_waiting(today, spoken=spoken, most=MOST)
    ]
    late = AgreedAction.objects.open().filter(due_on__lt=today)[:MOST]
    points += [
        PointWaiting(AgendaKind.LATE_ACTION, each.what[:200], each.due_on, action_id=each.pk, paper=each.what)
        for each in late
    ]
    return [each for each in in_order(points) if isinstance(each, PointWaiting)]


_SPOKEN = [MeetingState.FROZEN, MeetingState.HELD, MeetingState.APPROVED]
