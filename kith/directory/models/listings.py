"""Services and venues."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.db import models
from django.db.models import F, Q

from kith.directory.models.nearness import POINT
from kith.directory.rules.codes import Feature, Way
from kith.directory.rules.needs import Need
from kith.kernel import ids
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.codes import CodeField

REVIEW_AFTER_CHECK = Q(review_due_on__gt=F("checked_on"))
Texts = models.JSONField  # {language code: text}


class Venue(models.Model):
    """A place where sessions are held, and how it feels."""

    public_id = models.UUIDField(default=ids.new_uuid, db_default=RandomUUID(), unique=True, editable=False)
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200)
    postcode = models.CharField(max_length=8)
    lon = models.FloatField()
    lat = models.FloatField()
    features = ArrayField(CodeField(Feature), default=list)
    getting_there = Texts(default=dict)
    checked_on = models.DateField()
    review_due_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "name"], name="venue_name_in_organisation"),
            models.CheckConstraint(condition=~Q(name=""), name="venue_has_a_name"),
            models.CheckConstraint(condition=Q(features__contained_by=list(Feature)), name="venue_features_are_known"),
            models.CheckConstraint(condition=Q(lat__range=(-90, 90), lon__range=(-180, 180)), name="venue_is_on_earth"),
            models.CheckConstraint(condition=REVIEW_AFTER_CHECK, name="venue_review_after_check"),
        ]
        indexes: ClassVar = [
            GistIndex(POINT, name="venue_by_nearness"),
            models.Index(fields=["review_due_on"], name="venue_by_review"),
        ]

    def __str__(self) -> str:
        return self.name


class ServiceQuerySet(models.QuerySet["Service"]):
    """Services by who may see them and what they are for."""

    def open(self) -> Self:
        """Those that are offered now."""
        return self.filter(withdrawn_on=None)

    def visible_to(self, viewer: Viewer) -> Self:
        """All that are offered; withdrawn ones only for those who keep the directory."""
        return self if Permission.MANAGE_DIRECTORY in viewer.permissions else self.open()


class Service(models.Model):
    """Something an organisation offers, apart from when it takes place."""

    # The same here and in every directory that takes it over from our feed, or that we took it from.
    public_id = models.UUIDField(default=ids.new_uuid, db_default=RandomUUID(), unique=True, editable=False)
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT, related_name="services", null=True)
    code = models.SlugField(max_length=40, unique=True)
    name = Texts(default=dict)
    summary = Texts(default=dict)
    what_happens = Texts(default=dict)
    who_is_welcome = Texts(default=dict)
    open_when = Texts(default=dict)
    needs = ArrayField(models.CharField(max_length=30, choices=[(each.value, each.value) for each in Need]))
    ways = ArrayField(models.CharField(max_length=10, choices=[(each.value, each.value) for each in Way]))
    # None where nobody has said it: that is not the same as free.
    cost_pence = models.PositiveIntegerField(null=True)
    cost_note = Texts(default=dict)
    how_to_refer = Texts(default=dict)
    # For whom: before the birth, and for babies from this many months on and under that many; None where it is open.
    before_birth = models.BooleanField(default=True)
    youngest_months = models.PositiveSmallIntegerField(null=True)
    oldest_months = models.PositiveSmallIntegerField(null=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    search_text = models.TextField(editable=False)
    checked_on = models.DateField()
    review_due_on = models.DateField()
    withdrawn_on = models.DateField(null=True)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(name__has_key="en"), name="service_has_an_english_name"),
            models.CheckConstraint(condition=Q(needs__contained_by=list(Need)), name="service_needs_are_known"),
            models.CheckConstraint(condition=Q(needs__len__gt=0), name="service_is_for_something"),
            models.CheckConstraint(condition=Q(ways__contained_by=list(Way)), name="service_ways_are_known"),
            models.CheckConstraint(condition=Q(ways__len__gt=0), name="service_can_be_reached"),
            models.CheckConstraint(condition=REVIEW_AFTER_CHECK, name="service_review_after_check"),
            models.CheckConstraint(
                condition=Q(youngest_months__isnull=True)
                | Q(oldest_months__isnull=True)
                | Q(oldest_months__gt=F("youngest_months")),
                name="service_ages_are_a_span",
            ),
        ]
        indexes: ClassVar = [
            GinIndex(fields=["needs"], name="service_by_need"),
            GinIndex(fields=["search_text"], opclasses=["gin_trgm_ops"], name="service_by_words"),
            models.Index(fields=["review_due_on"], condition=Q(withdrawn_on=None), name="service_by_review"),
        ]

    def __str__(self) -> str:
        return self.code


class MeetingPlaceQuerySet(models.QuerySet["MeetingPlace"]):
    """Meeting places by who may see them."""

    def visible_to(self, _viewer: Viewer) -> Self:
        """Those of services that are offered; every viewer may know them."""
        return self.filter(service__withdrawn_on=None)


class MeetingPlace(models.Model):
    """A venue at which a service meets families: its own, and wherever its sessions are held.

    The database notes it itself whenever a service or a session is written (``kith_meets_at``).
    """

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="meeting_places")
    venue = models.ForeignKey(Venue, on_delete=models.CASCADE, related_name="meeting_places")

    objects = MeetingPlaceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["service", "venue"], name="meeting_place_once")]

    def __str__(self) -> str:
        return f"service {self.service_id} at venue {self.venue_id}"


class SpokenLanguage(models.Model):
    """A language spoken at the service: who speaks it, and when they are there."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="spoken_languages")
    language = models.CharField(max_length=10)
    spoken_by = models.CharField(max_length=120)
    when = Texts(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["service", "language", "spoken_by"], name="language_spoken_once_by_each"),
            models.CheckConstraint(condition=~Q(language=""), name="spoken_language_is_named"),
        ]

    def __str__(self) -> str:
        return f"{self.language} at service {self.service_id}"
