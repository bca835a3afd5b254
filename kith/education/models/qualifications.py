"""What an assessor found, and what a person is trained in until when."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from kith.education.models.requirements import Requirement
from kith.education.models.sessions import TrainingAttendance
from kith.education.rules.codes import Found, TakenBack
from kith.kernel.training import Training
from kith.platform.codes import CodeField


class Competence(models.Model):
    """A trained assessor watched a person at work and signed what they found; it never changes."""

    training = CodeField(Training)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    observed_on = models.DateField()
    found = CodeField(Found)
    note = models.CharField(max_length=500, blank=True)
    signed_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField()
    request_key = models.UUIDField(unique=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(signed_by=F("membership")), name="competence_not_signed_by_oneself"),
            models.CheckConstraint(condition=Q(observed_on__lte=F("signed_on")), name="competence_seen_then_signed"),
            models.CheckConstraint(
                condition=~Q(found=Found.NOT_YET.value) | ~Q(note=""), name="competence_not_yet_says_why"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["membership", "training"], name="competence_of_person")]

    def __str__(self) -> str:
        return f"competence {self.pk}"


class QualificationQuerySet(models.QuerySet["Qualification"]):
    """Qualifications, by whether they count."""

    def valid_on(self, day: date) -> Self:
        """Those that count on this day."""
        ends = Q(until_on=None) | Q(until_on__gte=day)
        return self.filter(ends, from_on__lte=day).filter(Q(taken_back_on=None) | Q(taken_back_on__gt=day))


class Qualification(models.Model):
    """A person is trained in one thing from a day until another, as the version that held then asked for.

    It counts until its day whatever later versions ask, unless it is taken back with a reason.
    """

    training = CodeField(Training)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="+")
    attendance = models.ForeignKey(TrainingAttendance, on_delete=models.PROTECT, related_name="+", null=True)
    competence = models.ForeignKey(Competence, on_delete=models.PROTECT, related_name="+", null=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    noted_at = models.DateTimeField()
    taken_back_on = models.DateField(null=True)
    taken_back_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    taken_back_why = CodeField(TakenBack, blank=True)

    objects = QualificationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="qualification_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_on=None, taken_back_by=None, taken_back_why="")
                | (Q(taken_back_on__isnull=False) & ~Q(taken_back_why="")),
                name="qualification_taken_back_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["attendance"],
                condition=Q(taken_back_on=None, attendance__isnull=False),
                name="qualification_once_for_a_session",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["membership", "training"], name="qualification_of_person"),
            models.Index(
                fields=["until_on"],
                condition=Q(taken_back_on=None, until_on__isnull=False),
                name="qualification_by_its_end",
            ),
        ]

    def __str__(self) -> str:
        return f"qualification {self.pk}"
