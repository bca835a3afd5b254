"""Events, which members the alliance asked to share them, and who shared what and where."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.awareness.rules.codes import Channel, EventKind
from kith.platform.codes import CodeField
from kith.platform.stretches import ends_after_it_begins

Texts = models.JSONField  # {language code: text}


class PromotedEventQuerySet(models.QuerySet["PromotedEvent"]):
    """Events by when they are."""

    def not_called_off(self) -> Self:
        """Those that were not called off."""
        return self.filter(called_off_on=None)

    def to_come(self, today: date) -> Self:
        """Those that run today or will, the next first."""
        return self.not_called_off().filter(until_on__gte=today).order_by("from_on", "pk")

    def over(self, today: date) -> Self:
        """Those whose days are past, the last first."""
        return self.not_called_off().filter(until_on__lt=today).order_by("-until_on", "-pk")


class PromotedEvent(models.Model):
    """An awareness day, or a launch of our own: what it is called, what is said of it, and until when."""

    kind = CodeField(EventKind)
    # The known day that it is this year; empty for one of our own.
    known = models.SlugField(max_length=40, blank=True)
    title = Texts(default=dict)
    short = Texts(default=dict)
    long = Texts(default=dict)
    link = models.URLField(blank=True)
    from_on = models.DateField()
    until_on = models.DateField()
    source = models.CharField(max_length=200)
    added_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    called_off_on = models.DateField(null=True)
    request_key = models.UUIDField(unique=True)

    objects = PromotedEventQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(title__has_key="en", short__has_key="en"), name="event_in_english"),
            models.CheckConstraint(condition=~Q(source=""), name="event_has_a_source"),
            ends_after_it_begins("event_ends_after_it_begins", "from_on", "until_on"),
            models.UniqueConstraint(
                fields=["known", "from_on"], condition=~Q(known="") & Q(called_off_on=None), name="event_known_day_once"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["until_on"], condition=Q(called_off_on=None), name="event_by_day")]

    def __str__(self) -> str:
        return f"event {self.pk}"


class ShareAsk(models.Model):
    """A member was asked to share an event."""

    event = models.ForeignKey(PromotedEvent, on_delete=models.CASCADE, related_name="asks")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "organisation"], name="share_ask_once"),
        ]

    def __str__(self) -> str:
        return f"ask for event {self.event_id}"


class SharedWhere(models.Model):
    """A member shared an event in one way, and where."""

    event = models.ForeignKey(PromotedEvent, on_delete=models.CASCADE, related_name="shares")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    channel = CodeField(Channel)
    where = models.CharField(max_length=200, blank=True)
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    noted_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "organisation", "channel"], name="shared_where_once"),
        ]

    def __str__(self) -> str:
        return f"shared by {self.channel}"
