"""Who came to a session, without names; the one-to-one times of a session, turns on its list; and walk-ins by wish."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, Sum

from kith.cafes.rules.codes import CLOSED_STATES, GONE_STATES, OPEN_STATES, Share, TurnState
from kith.cafes.rules.footfall import KINDS, MOST_AT_ONCE, People
from kith.cafes.rules.turns import Times
from kith.kernel.ids import SessionId
from kith.platform.codes import CodeField


class ArrivalQuerySet(models.QuerySet["Arrival"]):
    """Arrivals, by whether they count."""

    def counted(self) -> Self:
        """Those that were not taken back."""
        return self.filter(taken_back_at=None)

    def people(self) -> People:
        """How many people they are."""
        sums = self.counted().aggregate(**{f"sum_{kind}": Sum(kind, default=0) for kind in KINDS})
        return People(**{kind: sums[f"sum_{kind}"] for kind in KINDS})


class Arrival(models.Model):
    """People who came in together, counted by one tap; language and community where she chose to tell them."""

    session = models.ForeignKey("whats_on.Session", on_delete=models.PROTECT, related_name="+")
    adults = models.PositiveSmallIntegerField(default=0)
    co_parents = models.PositiveSmallIntegerField(default=0)
    babies = models.PositiveSmallIntegerField(default=0)
    siblings = models.PositiveSmallIntegerField(default=0)
    language = models.CharField(max_length=10, blank=True)
    community = models.CharField(max_length=2, blank=True)
    request_key = models.UUIDField(unique=True)
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    objects = ArrivalQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(adults__gt=0) | Q(co_parents__gt=0) | Q(babies__gt=0) | Q(siblings__gt=0),
                name="arrival_of_somebody",
            ),
            models.CheckConstraint(
                condition=Q(
                    adults__lte=MOST_AT_ONCE,
                    co_parents__lte=MOST_AT_ONCE,
                    babies__lte=MOST_AT_ONCE,
                    siblings__lte=MOST_AT_ONCE,
                ),
                name="arrival_of_few",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["session"], condition=Q(taken_back_at=None), name="arrival_counted"),
        ]

    def __str__(self) -> str:
        return f"arrival {self.pk}"

    @property
    def people(self) -> People:
        """Who came."""
        return People(self.adults, self.co_parents, self.babies, self.siblings)


class OneToOneTimeQuerySet(models.QuerySet["OneToOneTime"]):
    """One-to-one times, and one behind its lock."""

    def locked(self, session_id: SessionId) -> OneToOneTime | None:
        """The one of this session, locked until the transaction ends: its list moves behind this lock."""
        return self.select_for_update().filter(session_id=session_id).first()


class OneToOneTime(models.Model):
    """Time with a specialist at a session. It is counted from the session's beginning, so it moves with the session."""

    session = models.OneToOneField("whats_on.Session", on_delete=models.PROTECT, related_name="+")
    specialist = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    begins_after = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    each = models.PositiveSmallIntegerField()
    share = CodeField(Share)
    # Which of the times are taken, kept by the database itself (0002_guards): a parent sees no turn but her own.
    taken = ArrayField(models.PositiveSmallIntegerField(), default=list, editable=False)

    objects = OneToOneTimeQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(each__range=(5, 90)), name="one_to_one_time_for_each"),
            models.CheckConstraint(condition=Q(minutes__gte=models.F("each")), name="one_to_one_time_for_one_at_least"),
        ]

    def __str__(self) -> str:
        return f"one-to-one time {self.pk}"

    def within(self, starts_at: datetime, ends_at: datetime) -> Times:
        """Its times, as the session stands now."""
        begins_at = starts_at + timedelta(minutes=self.begins_after)
        until = min(begins_at + timedelta(minutes=self.minutes), ends_at)
        return Times(begins_at, max(until, begins_at), timedelta(minutes=self.each), Share(self.share))


class TurnQuerySet(models.QuerySet["Turn"]):
    """Turns by how they stand."""

    def open(self) -> Self:
        """Those that are to come, or under way."""
        return self.filter(state__in=OPEN_STATES)

    def taking_time(self) -> Self:
        """Those whose booked time is not open to another family."""
        return self.filter(slot__isnull=False).exclude(state__in=GONE_STATES)


class Turn(models.Model):
    """A turn with the specialist: booked for a time, or as she walks in; of a family where she wishes it."""

    session = models.ForeignKey("whats_on.Session", on_delete=models.PROTECT, related_name="+")
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+", null=True)
    number = models.PositiveSmallIntegerField()
    slot = models.PositiveSmallIntegerField(null=True)
    # What to call her by on the day; forgotten in the night after it.
    known_as = models.CharField(max_length=40, blank=True)
    state = CodeField(TurnState)
    request_key = models.UUIDField(unique=True)
    booked_at = models.DateTimeField(null=True)
    arrived_at = models.DateTimeField(null=True)
    called_at = models.DateTimeField(null=True)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    # The day of the time she was reminded of: moved to another day, she is reminded of that one too.
    reminded_for = models.DateField(null=True)

    objects = TurnQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "number"], name="turn_has_its_number"),
            models.UniqueConstraint(
                fields=["session", "slot"],
                condition=Q(slot__isnull=False) & ~Q(state__in=GONE_STATES),
                name="turn_one_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["session", "family"], condition=Q(state__in=OPEN_STATES), name="turn_one_for_each_family"
            ),
            models.CheckConstraint(
                condition=Q(state__in=CLOSED_STATES, ended_at__isnull=False)
                | Q(state__in=OPEN_STATES, ended_at__isnull=True),
                name="turn_ends_when_it_is_over",
            ),
            models.CheckConstraint(
                condition=Q(booked_at__isnull=False) | Q(arrived_at__isnull=False), name="turn_is_booked_or_here"
            ),
        ]

    def __str__(self) -> str:
        return f"turn {self.pk}"


class WalkIn(models.Model):
    """A family that came without booking, noted on its record because she wished it."""

    session = models.ForeignKey("whats_on.Session", on_delete=models.PROTECT, related_name="+")
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["session", "family"], condition=Q(taken_back_at=None), name="walk_in_once_for_each_family"
            ),
        ]

    def __str__(self) -> str:
        return f"walk-in {self.pk}"
