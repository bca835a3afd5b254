"""Community outreach programmes: who they are for, who works in them, and which families they stand beside."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


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


class ProgrammeWorker(models.Model):
    """A worker in a programme, for a stretch of time."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="workers")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "membership"], name="programme_worker_once", condition=Q(until_on__isnull=True)
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="programme_worker_ends_after_she_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"programme worker {self.pk}"


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    """Enrolments, by whether they still hold."""

    def current(self) -> Self:
        """Those that hold now."""
        return self.filter(ended_at__isnull=True)


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
            models.Index(fields=["membership"], name="enrolment_now_by_person", condition=Q(ended_at__isnull=True)),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "family"], name="enrolment_one_now", condition=Q(ended_at__isnull=True)
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("enrolled_at")),
                name="enrolment_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"enrolment {self.pk}"
