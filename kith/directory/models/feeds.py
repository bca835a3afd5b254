"""Listings that came from other directories, and changes that wait for an editor's word."""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q

from kith.directory.models.listings import Service
from kith.platform.codes import CodeField


class ChangeKind(StrEnum):
    """What would become of a listing."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class Decision(StrEnum):
    """What an editor said to a change."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    LEFT = "left"


class Origin(models.Model):
    """The feed a listing was taken over from, and what that says of it for which Kith has no field."""

    service = models.OneToOneField(Service, on_delete=models.CASCADE, primary_key=True, related_name="origin")
    source = models.CharField(max_length=300)
    offered_by = models.JSONField(default=dict)
    at_id = models.UUIDField(null=True)
    rest = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(source=""), name="origin_has_a_source"),
            models.UniqueConstraint(fields=["at_id"], name="origin_at_one_place"),
        ]

    def __str__(self) -> str:
        return f"origin of service {self.service_id}"


class ChangeReview(models.Model):
    """One reading of a feed: what it would change here, until an editor has decided on all of it."""

    source = models.CharField(max_length=300)
    digest = models.CharField(max_length=64)
    read_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    refused = models.JSONField(default=list)
    notes = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(source=""), name="change_review_has_a_source"),
            models.UniqueConstraint(
                fields=["source"], condition=Q(closed_at=None), name="change_review_one_open_of_each_source"
            ),
        ]

    def __str__(self) -> str:
        return f"change review {self.pk}"


class ProposedChange(models.Model):
    """One listing that a feed would add, change or take away."""

    review = models.ForeignKey(ChangeReview, on_delete=models.CASCADE, related_name="changes")
    kind = CodeField(ChangeKind)
    public_id = models.UUIDField()
    name = models.CharField(max_length=120)
    # Whose listing it is; none where whoever accepts it takes it on.
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", null=True
    )
    record = models.JSONField(default=dict)
    differences = models.JSONField(default=list)
    lacks_need = models.BooleanField(default=False)
    decision = CodeField(Decision, default=Decision.WAITING)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "public_id"], name="proposed_change_once_in_a_review"),
            models.CheckConstraint(
                condition=Q(decision=Decision.WAITING, decided_at=None)
                | Q(~Q(decision=Decision.WAITING), decided_at__isnull=False),
                name="proposed_change_decided_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"proposed change {self.pk}"
