"""The table of missed dates."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.kernel.ids import FamilyId
from kith.missed.rules.asking import Reason
from kith.platform.codes import CodeField
from kith.platform.private_links import new_token


class MissedDateQuerySet(models.QuerySet["MissedDate"]):
    """Missed dates by how far the question has come."""

    def to_ask(self) -> Self:
        """Those whose family has not been asked yet, and may be."""
        return self.filter(told_at__isnull=True, closed_at__isnull=True).order_by("pk")

    def answered(self) -> Self:
        """Those of which it is known why."""
        return self.exclude(reason="")

    def open_of(self, family_id: FamilyId) -> Self:
        """Those of a family that are not closed."""
        return self.filter(family_id=family_id, closed_at__isnull=True)


class MissedDate(models.Model):
    """A date that a family had places on and did not come to; it is asked why once, by a private link."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    booking = models.OneToOneField("groups.Booking", on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey("whats_on.Session", on_delete=models.PROTECT, related_name="+")
    # What the counts go by, as it was then: the code of the series and the language that the family reads.
    series = models.CharField(max_length=40)
    language = models.CharField(max_length=10)
    token = models.CharField(max_length=43, unique=True, default=new_token)
    noted_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    reason = CodeField(Reason, blank=True)
    answered_at = models.DateTimeField(null=True)
    # The date that was taken instead, and the booking of it; a café to which one just comes has none.
    taken_session = models.ForeignKey("whats_on.Session", on_delete=models.PROTECT, related_name="+", null=True)
    taken_booking = models.UUIDField(null=True)
    taken_at = models.DateTimeField(null=True)

    objects = MissedDateQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(reason="", answered_at__isnull=True) | Q(~Q(reason=""), answered_at__isnull=False),
                name="missed_date_answered_by_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(taken_session__isnull=True, taken_at__isnull=True)
                | Q(taken_session__isnull=False, taken_at__isnull=False),
                name="missed_date_taken_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["family", "series"], name="missed_date_by_family"),
            models.Index(
                fields=["id"], name="missed_date_to_ask", condition=Q(told_at__isnull=True, closed_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"missed date {self.pk}"
