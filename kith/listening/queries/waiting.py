"""Themes that wait for a meeting: new ones that no meeting has spoken of, and promises past their day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from kith.listening.models.themes import Theme
from kith.listening.rules.codes import ThemeId, ThemeState


@dataclass(frozen=True)
class ThemeWaiting:
    """A theme that a meeting is to speak of: since when it waits, what is promised, and how many stories say it."""

    id: ThemeId
    title: str
    is_unkept: bool
    since: date
    promise: str
    stories: int


def themes_waiting(today: date, *, spoken: QuerySet[Any, Any], most: int) -> list[ThemeWaiting]:
    """New themes but for those that were spoken of (by their ids), and unkept promises; so many of each; two reads."""
    heard = Theme.objects.heard().exclude(pk__in=spoken)[:most]
    unkept = Theme.objects.filter(state=ThemeState.PLANNED, due_on__lt=today).order_by("due_on", "pk")[:most]
    return [
        ThemeWaiting(
            ThemeId(each.pk),
            each.title,
            is_unkept,
            each.due_on if is_unkept and each.due_on else each.begun_on,
            each.promise,
            getattr(each, "stories", 0),
        )
        for rows, is_unkept in ((heard, False), (unkept, True))
        for each in rows.annotate(stories=Count("in_it"))
    ]
