"""What people at work are told."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.platform.access.viewer import Viewer, ViewerKind


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices, by who they are for."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Her own and those of her team."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        if viewer.membership_id is None:
            return self.none()
        return self.filter(Q(membership_id=viewer.membership_id) | Q(team_id__any=viewer.team_ids))

    def unseen(self) -> Self:
        """Those not yet marked as seen."""
        return self.filter(seen_at__isnull=True)


class Notice(models.Model):
    """Something one person, or one team, has to know; it stays until one of them marks it as seen."""

    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+", null=True)
    kind = models.CharField(max_length=40)
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+", null=True)
    facts = models.JSONField(default=dict)
    dedupe_key = models.CharField(max_length=120, unique=True)
    raised_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["membership"], name="notice_unseen_by_person", condition=Q(seen_at__isnull=True)),
            models.Index(fields=["team"], name="notice_unseen_by_team", condition=Q(seen_at__isnull=True)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(membership__isnull=False, team__isnull=True)
                | Q(membership__isnull=True, team__isnull=False),
                name="notice_is_for_somebody",
            ),
            models.CheckConstraint(condition=~Q(kind=""), name="notice_has_a_kind"),
            models.CheckConstraint(
                condition=Q(seen_by__isnull=True) | Q(seen_at__isnull=False), name="notice_seen_once"
            ),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"
