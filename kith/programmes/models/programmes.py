"""Community outreach programmes: who they are for, who works in them, and which families they stand beside."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.platform.stretches import Stretches, ends_after_it_begins, is_open_stretch, one_open


class Programme(models.Model):
    """Named workers for communities that services reach least, before and after the birth."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    ethnicities = ArrayField(models.CharField(max_length=2), default=list)
    languages = ArrayField(models.CharField(max_length=20), default=list)
    wards = ArrayField(models.CharField(max_length=9), default=list)
    before_birth = models.BooleanField(default=True)
    after_birth = models.BooleanField(default=True)
    began_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "name"], name="programme_name_in_organisation"),
            models.CheckConstraint(condition=~Q(name=""), name="programme_has_a_name"),
            models.CheckConstraint(
                condition=Q(before_birth=True) | Q(after_birth=True), name="programme_is_before_or_after_birth"
            ),
            models.CheckConstraint(
                condition=Q(ethnicities__len__gt=0) | Q(languages__len__gt=0), name="programme_names_a_community"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ProgrammeWorkerQuerySet(Stretches["ProgrammeWorker"]):
    """Workers of programmes; the current ones work in it now."""

    end = "until_on"


class ProgrammeWorker(models.Model):
    """A worker in a programme, for a stretch of time."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="workers")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    objects = ProgrammeWorkerQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            one_open("programme_worker_once", "programme", "membership", end="until_on"),
            ends_after_it_begins("programme_worker_ends_after_she_begins", "from_on", "until_on"),
        ]

    def __str__(self) -> str:
        return f"programme worker {self.pk}"


class EnrolmentQuerySet(Stretches["Enrolment"]):
    """Enrolments; the current ones hold now."""

    end = "ended_at"


class Enrolment(models.Model):
    """A family's word that a programme stands beside it, and the worker who does."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="enrolments")
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=20)
    enrolled_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    why_ended = models.CharField(max_length=40, blank=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["membership"], name="enrolment_now_by_person", condition=is_open_stretch("ended_at")),
        ]
        constraints: ClassVar = [
            one_open("enrolment_one_now", "programme", "family", end="ended_at"),
            ends_after_it_begins("enrolment_ends_after_it_begins", "enrolled_at", "ended_at"),
        ]

    def __str__(self) -> str:
        return f"enrolment {self.pk}"
