"""Training sessions, and who came."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.education.rules.codes import Presence
from kith.kernel.training import Training
from kith.platform.codes import CodeField


class TrainingSessionQuerySet(models.QuerySet["TrainingSession"]):
    """Training sessions."""

    def locked(self, session_id: int) -> "TrainingSession | None":
        """The session, for nothing else to change its register until the transaction ends."""
        return self.select_for_update(of=("self",)).filter(pk=session_id).first()

    def not_called_off(self) -> Self:
        """Those that are not called off, the latest first."""
        return self.filter(called_off_on=None).order_by("-held_on", "-pk")


class TrainingSession(models.Model):
    """People are taught one thing on a day, by the place or by another provider."""

    training = CodeField(Training)
    held_on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    provider = models.CharField(max_length=120, blank=True)
    planned_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    called_off_on = models.DateField(null=True)
    request_key = models.UUIDField(unique=True)

    objects = TrainingSessionQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["-held_on", "-id"], name="training_session_latest")]

    def __str__(self) -> str:
        return f"training session {self.pk}"


class TrainingAttendance(models.Model):
    """How one person stands to one training session."""

    session = models.ForeignKey(TrainingSession, on_delete=models.PROTECT, related_name="attendance")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    presence = CodeField(Presence, default=Presence.EXPECTED)
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    noted_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "membership"], name="training_attendance_once")
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["session"], condition=Q(presence=Presence.ATTENDED.value), name="training_attendance_came"
            )
        ]

    def __str__(self) -> str:
        return f"{self.presence} at training session {self.session_id}"
