"""Visits alone, and what to mind before a visit."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.safeguarding.rules.safety import Precaution, SafetyReason


class LoneVisitQuerySet(models.QuerySet["LoneVisit"]):
    """Visits alone, by whether the worker is still out, and by who asks."""

    def out(self) -> Self:
        """Those from which the worker is not yet noted as back."""
        return self.filter(back_at__isnull=True)

    def visible_to(self, viewer: Viewer) -> Self:
        """Her own, those she is to be alerted of, and for managers all of their organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        if viewer.membership_id is None:
            return self.none()
        reach = Q(membership_id=viewer.membership_id) | Q(buddy_id=viewer.membership_id)
        if Permission.MANAGE_CASELOADS in viewer.permissions:
            reach |= Q(membership__organisation_id__in=viewer.organisation_ids)
        return self.filter(reach)


class LoneVisit(models.Model):
    """A worker goes somewhere alone: where to, when they are expected back, and who is alerted if they are not."""

    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    buddy = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    where = models.CharField(max_length=200)
    began_at = models.DateTimeField()
    expected_at = models.DateTimeField()
    back_at = models.DateTimeField(null=True)
    request_key = models.UUIDField(unique=True)

    objects = LoneVisitQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["expected_at"], name="lone_visit_out", condition=Q(back_at__isnull=True)),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["membership"], name="lone_visit_one_at_a_time", condition=Q(back_at__isnull=True)
            ),
            models.CheckConstraint(condition=~Q(where=""), name="lone_visit_says_where"),
            models.CheckConstraint(condition=~Q(buddy=F("membership")), name="lone_visit_alerts_somebody_else"),
            models.CheckConstraint(condition=Q(expected_at__gt=F("began_at")), name="lone_visit_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(back_at__isnull=True) | Q(back_at__gte=F("began_at")), name="lone_visit_back_after_going"
            ),
        ]

    def __str__(self) -> str:
        return f"lone visit {self.pk}"


class SafetyNote(models.Model):
    """What staff mind before they visit a family; the family's own pages never show it."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    precautions = ArrayField(models.CharField(max_length=12))
    reason = CodeField(SafetyReason)
    review_on = models.DateField()
    written_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["family"], name="safety_note_one_now", condition=Q(ended_at__isnull=True)),
            models.CheckConstraint(
                condition=Q(precautions__len__gt=0, precautions__contained_by=[each.value for each in Precaution]),
                name="safety_note_precautions_are_known",
            ),
        ]

    def __str__(self) -> str:
        return f"safety note {self.pk}"
