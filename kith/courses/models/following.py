"""Who was invited to a course by name, and who follows up each mother after it."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.courses.models.courses import Course
from kith.courses.models.places import CoursePlace
from kith.courses.rules.codes import FollowUpEnd, HowInvited, InvitationAnswer
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField


class CourseInvitation(models.Model):
    """A woman was invited to a course by name: by which worker, when, how, and what she said."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="invitations")
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    how = CodeField(HowInvited)
    language = models.CharField(max_length=20)
    answer = CodeField(InvitationAnswer, default=InvitationAnswer.WAITS)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["course", "family"],
                condition=Q(answer=InvitationAnswer.WAITS),
                name="courseinvitation_one_unanswered",
            ),
            models.CheckConstraint(
                condition=Q(answer=InvitationAnswer.WAITS, answered_at__isnull=True)
                | (~Q(answer=InvitationAnswer.WAITS) & Q(answered_at__isnull=False)),
                name="courseinvitation_answered_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    """Follow-ups, by whether they are still to be done."""

    def open(self) -> Self:
        """Those still to be done by their owner here; what stands in a next step is done there."""
        return self.filter(ended_at__isnull=True, step__isnull=True)

    def visible_to(self, viewer: Viewer) -> Self:
        """The viewer's own, and those after courses of her organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(
            Q(owner_id=viewer.membership_id)
            | Q(course__organisation_id__in=viewer.organisation_ids)
            | Q(family_id__in=viewer.family_ids)
        )


class FollowUp(models.Model):
    """What comes next for one mother after a course: an owner, a day, and what else is near her.

    It has an owner as long as it is there. Where the owner may open the record it stands in a next step, too.
    """

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="follow_ups")
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    place = models.OneToOneField(CoursePlace, on_delete=models.PROTECT, related_name="follow_up")
    owner = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    near = ArrayField(models.BigIntegerField(), default=list)
    step = models.OneToOneField("tasks.NextStep", on_delete=models.SET_NULL, related_name="+", null=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_as = CodeField(FollowUpEnd, blank=True)
    ended_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_as="") | (Q(ended_at__isnull=False) & ~Q(ended_as="")),
                name="followup_ends_somehow",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["owner", "due_on"], name="followup_to_do_by_owner", condition=Q(ended_at=None)),
        ]

    def __str__(self) -> str:
        return f"follow-up {self.pk}"
