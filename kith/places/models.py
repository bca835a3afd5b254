"""Tables of the ground: public facts, replaced by the next load; what the place is, and what it has chosen."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.places.rules import PlaceKind


class Level(models.TextChoices):
    """What kind of area it is."""

    WARD = "ward"
    DISTRICT = "district"  # of postcodes: "MK9"
    LSOA21 = "lsoa21"
    LSOA11 = "lsoa11"
    MSOA21 = "msoa21"
    AUTHORITY = "authority"


class Area(models.Model):
    """An area of the place, with a centre point and, once loaded, a boundary drawn coarsely enough for a page.

    A neighbourhood that did not change has one code on two levels, 2011 and 2021.
    """

    code = models.CharField(max_length=12)
    level = models.CharField(max_length=10, choices=Level.choices)
    name = models.CharField(max_length=120)
    authority_code = models.CharField(max_length=12)
    ward_code = models.CharField(max_length=12, blank=True, default="")
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    boundary = models.JSONField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["level", "code"], name="area_once")]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


class AreaChange(models.Model):
    """What became of a neighbourhood of 2011 in 2021: unchanged (U), split (S), merged (M) or irregular (X)."""

    old_code = models.CharField(max_length=12)
    new_code = models.CharField(max_length=12)
    change = models.CharField(max_length=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["old_code", "new_code"], name="area_change_once"),
            models.CheckConstraint(condition=models.Q(change__in=["U", "S", "M", "X"]), name="area_change_is_known"),
        ]


class Postcode(models.Model):
    """A live postcode of the place, where it lies and in which areas."""

    text = models.CharField(max_length=8, primary_key=True)
    outward = models.CharField(max_length=4, db_index=True)
    lon = models.FloatField()
    lat = models.FloatField()
    ward_code = models.CharField(max_length=12, blank=True, default="")
    lsoa21_code = models.CharField(max_length=12, blank=True, default="")

    def __str__(self) -> str:
        return self.text


class Deprivation(models.Model):
    """How deprived a neighbourhood is in one domain of one edition; 1 is most deprived. Editions are never mixed."""

    area_code = models.CharField(max_length=12)
    edition = models.CharField(max_length=10)
    domain = models.CharField(max_length=12)
    decile = models.PositiveSmallIntegerField()
    rank = models.PositiveIntegerField(null=True)
    score = models.FloatField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["area_code", "edition", "domain"], name="deprivation_once"),
            models.CheckConstraint(condition=models.Q(decile__range=(1, 10)), name="decile_is_1_to_10"),
        ]


class Population(models.Model):
    """How many people live in an area, by single year of age (90 means 90 and over) or by ethnic group."""

    area_code = models.CharField(max_length=12)
    source = models.CharField(max_length=20)
    age = models.PositiveSmallIntegerField(null=True)
    ethnic_group = models.CharField(max_length=8, blank=True, default="")
    count = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["area_code", "source", "age", "ethnic_group"], name="population_once", nulls_distinct=False
            ),
        ]


class Place(models.Model):
    """The one place of this database: real or a demonstration for good, with the codes of its authorities."""

    is_the_one = models.BooleanField(default=True, unique=True)
    kind = models.CharField(max_length=13, choices=[(kind.value, kind.value) for kind in PlaceKind])
    areas = ArrayField(models.CharField(max_length=12), default=list)
    begun_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(is_the_one=True), name="place_is_one"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in PlaceKind]), name="place_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} place"


class SettingChange(models.Model):
    """What was chosen for one setting, when, by which membership (none: by Kith itself), and why; the newest holds."""

    key = models.CharField(max_length=60)
    value = models.JSONField()
    why = models.CharField(max_length=400)
    membership_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["key", "-id"], name="setting_change_newest")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(why=""), name="setting_change_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.key} change {self.pk}"
