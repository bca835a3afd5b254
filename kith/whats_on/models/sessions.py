"""Series and their dates."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay, Lower

from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.platform.stretches import TimeRange
from kith.whats_on.rules.codes import WEEKDAYS, Audience, DayWish, Joining, PartOfDay
from kith.whats_on.rules.places import SessionFacts
from kith.whats_on.rules.plans import NewSession
from kith.whats_on.rules.times import EVENING_BEGINS, HOURS

Texts = models.JSONField  # {language code: text}
ONCE_AT_A_TIME = "session_of_series_once_at_a_time"
ROOM_ONCE = "session_room_once_at_a_time"
"""By these names the database refuses a date that is planned already, and a room that another session has then."""


class Series(models.Model):
    """A run of sessions of one kind, with the code printed on its posters and cards."""

    service = models.ForeignKey("directory.Service", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    code = models.SlugField(max_length=40, unique=True)
    title = Texts(default=dict)
    summary = Texts(default=dict)
    audience = CodeField(Audience)
    # No date after this day is planned any more.
    ended_on = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "series"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(title__has_key="en"), name="series_has_an_english_title"),
        ]

    def __str__(self) -> str:
        return self.code


class SessionQuerySet(models.QuerySet["Session"]):
    """Sessions by when they are, and one behind its lock."""

    def locked(self, *session_ids: SessionId) -> "list[Session]":
        """The sessions, their rows locked until the transaction ends: places are counted behind this lock.

        Every caller locks them in this order, so that no two wait crosswise.
        """
        return list(self.select_for_update().filter(pk__in=session_ids).order_by("pk"))

    def visible_to(self, viewer: Viewer) -> Self:
        """Those whose register the viewer keeps: her own organisation's."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(series__organisation_id__any=viewer.organisation_ids)

    def to_come(self, now: datetime) -> Self:
        """Those that have not begun and will take place, soonest first."""
        return self.filter(starts_at__gt=now, cancelled_at=None).order_by("starts_at", "pk")

    def in_rooms_of(self, plans: Sequence[NewSession]) -> Self:
        """Those, of any organisation, that stand in a room while one of these dates might be there."""
        venues = {each.venue_id for each in plans if each.room_key}
        if not venues:
            return self.none()
        return self.filter(cancelled_at=None, venue__in=venues).exclude(room="").while_they_are(plans)

    def while_they_are(self, plans: Sequence[NewSession]) -> Self:
        """Those between the beginning of the first of these dates and the end of the last; none where there are none.

        A span is asked for, not each of the instants: hundreds of them take longer to say than to look up.
        """
        if not plans:
            return self.none()
        first, last = min(each.starts_at for each in plans), max(each.ends_at for each in plans)
        return self.filter(starts_at__lt=last, ends_at__gt=first)

    def on(self, wish: DayWish, part: PartOfDay | None, *, today: date) -> Self:
        """Those on a day and at a time of day that the parent can come, as ``rules.suits_day`` has it."""
        if wish in (DayWish.TODAY, DayWish.TOMORROW):
            day = today + timedelta(days=wish is DayWish.TOMORROW)
            rows = self.filter(starts_at__gte=clock.midnight(day), starts_at__lt=clock.midnight(day + timedelta(1)))
        else:
            rows = self if wish is DayWish.ANY else self.annotate(weekday=_WEEKDAY).filter(weekday__in=_days(wish))
        if part is None and wish is not DayWish.EVENING:
            return rows
        from_hour, under = HOURS[part or PartOfDay.EVENING]
        if wish is DayWish.EVENING:
            from_hour = max(from_hour, EVENING_BEGINS)
        return rows.annotate(hour=_HOUR).filter(hour__gte=from_hour, hour__lt=under)


_WEEKDAY, _HOUR = (extract("starts_at", tzinfo=clock.LONDON) for extract in (ExtractIsoWeekDay, ExtractHour))


def _days(wish: DayWish) -> tuple[int, ...]:
    """The days of the week, Monday being 1."""
    if wish is DayWish.WEEKEND:
        return 6, 7
    return (WEEKDAYS.index(wish) + 1,) if wish in WEEKDAYS else (1, 2, 3, 4, 5)


class Session(models.Model):
    """One date of a series."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="sessions")
    venue = models.ForeignKey("directory.Venue", on_delete=models.PROTECT, related_name="+", null=True)
    # The room of the venue as its people call it; empty where it has but one, or nobody said.
    room = models.CharField(max_length=60, blank=True)
    online = models.BooleanField(default=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    joining = CodeField(Joining)
    capacity = models.PositiveSmallIntegerField()
    places_taken = models.PositiveSmallIntegerField(default=0, editable=False)
    # Those of the taken places that are kept for visitors who have not shown yet that the e-mail or phone is theirs.
    places_held = models.PositiveSmallIntegerField(default=0, editable=False)
    # While it is not 0, whoever comes new waits behind them.
    families_waiting = models.PositiveSmallIntegerField(default=0, editable=False)
    language = models.CharField(max_length=10, default="en")
    interpreter_possible = models.BooleanField(default=False)
    has_creche = models.BooleanField(default=False)
    creche_places = models.PositiveSmallIntegerField(default=0)
    # Of how many children; where nobody said how many places there are, none is counted against it.
    creche_taken = models.PositiveSmallIntegerField(default=0, editable=False)
    cancelled_at = models.DateTimeField(null=True)
    # Counts the changes of when and where, so that a calendar takes the later file for the truth.
    revision = models.PositiveSmallIntegerField(default=1)

    objects = SessionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(places_taken__lte=F("capacity")), name="session_never_overbooked"),
            models.CheckConstraint(condition=Q(capacity__gt=0), name="session_has_places"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(venue__isnull=False) | Q(online=True), name="session_is_somewhere"),
            models.CheckConstraint(
                condition=Q(has_creche=True) | Q(creche_places=0), name="session_creche_places_need_a_creche"
            ),
            models.CheckConstraint(
                condition=Q(creche_places=0) | Q(creche_taken__lte=F("creche_places")),
                name="session_creche_never_overfull",
            ),
            models.UniqueConstraint(
                fields=["series", "starts_at", "venue"],
                condition=Q(cancelled_at=None),
                nulls_distinct=False,
                name=ONCE_AT_A_TIME,
            ),
            ExclusionConstraint(
                name=ROOM_ONCE,
                expressions=[
                    ("venue", RangeOperators.EQUAL),
                    (Lower("room"), RangeOperators.EQUAL),
                    (TimeRange("starts_at", "ends_at"), RangeOperators.OVERLAPS),
                ],
                condition=Q(cancelled_at=None, venue__isnull=False) & ~Q(room=""),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["starts_at"], condition=Q(cancelled_at=None), name="session_to_come"),
        ]

    def __str__(self) -> str:
        return f"session {self.pk}"

    @property
    def plan(self) -> NewSession:
        """When, where and how it takes place."""
        return NewSession(**{each.name: getattr(self, each.name) for each in fields(NewSession)})

    @property
    def facts(self) -> SessionFacts:
        """What decides whether a place can be had."""
        return SessionFacts(
            joining=self.joining,
            starts_at=self.starts_at,
            capacity=self.capacity,
            places_taken=self.places_taken,
            places_held=self.places_held,
            families_waiting=self.families_waiting,
            is_cancelled=self.cancelled_at is not None,
            creche_places=self.creche_places,
            creche_taken=self.creche_taken,
        )
