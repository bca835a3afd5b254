"""Safeguarding concerns, seen only by those who must act on them."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.platform.steps import Step
from kith.safeguarding.rules.concerns import CONCERN, About, ClosingReason, ConcernState


class ConcernQuerySet(models.QuerySet["Concern"]):
    """Concerns, by who asks."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those the viewer raised; for a safeguarding lead also all of their organisation. Others see none."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        if viewer.membership_id is None:
            return self.none()
        reach = Q(raised_by_id=viewer.membership_id)
        if Permission.SEE_CONCERNS in viewer.permissions:
            reach |= Q(organisation_id__in=viewer.organisation_ids)
        return self.filter(reach)


class Concern(models.Model):
    """What a worker saw or heard, in their own words, which never change; what becomes of it are rows of states."""

    # A record with a concern is not deleted by the way: whoever deletes it must see to the concern first.
    family = models.ForeignKey("families.Family", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    raised_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    about = ArrayField(models.CharField(max_length=12))
    words = models.TextField()
    is_danger_now = models.BooleanField()
    raised_at = models.DateTimeField()
    request_key = models.UUIDField(unique=True)
    state = CodeField(ConcernState)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["organisation", "raised_at"],
                name="concern_open",
                condition=~Q(state=ConcernState.CLOSED.value),
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="concern_says_what"),
            models.CheckConstraint(
                condition=Q(about__len__gt=0, about__contained_by=[each.value for each in About]),
                name="concern_is_about_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"concern {self.pk}"


class ConcernStep(Step):
    """A state a concern came to: when, who moved it, and for a closed one why."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="steps")
    state = CodeField(ConcernState)
    by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    reason = CodeField(ClosingReason, blank=True)
    note = models.TextField(blank=True)

    machine = CONCERN

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["concern", "state"], name="concern_state_once"),
            models.CheckConstraint(
                condition=Q(state=ConcernState.CLOSED.value, reason__in=[each.value for each in ClosingReason])
                | Q(
                    state__in=[each.value for each in ConcernState if each is not ConcernState.CLOSED],
                    reason="",
                ),
                name="concern_closed_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"concern step {self.pk}"
