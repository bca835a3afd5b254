"""What is to be put right at a venue, and by which worker."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.kernel.ids import MembershipId
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.welcome.models.profiles import VenueVisit
from kith.welcome.rules.codes import LONGEST_LINE, Criterion, ImprovementEnd


class ImprovementQuerySet(models.QuerySet["Improvement"]):
    """Improvements, by whether they are still to be made, and whose they are."""

    def open(self) -> Self:
        """Those still to be made, the first due first."""
        return self.filter(ended_at__isnull=True).order_by("due_on", "pk")

    def owned_by(self, membership_id: MembershipId | None) -> Self:
        """Those of one person; none without a membership."""
        return self.filter(owner_id=membership_id) if membership_id else self.none()

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of the viewer's own organisation."""
        return self if viewer.kind is ViewerKind.SYSTEM else self.filter(organisation_id__in=viewer.organisation_ids)


class Improvement(models.Model):
    """Something a visitor found lacking that a worker puts right by a day. It has an owner as long as it is there."""

    venue = models.ForeignKey("directory.Venue", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    visit = models.ForeignKey(VenueVisit, on_delete=models.PROTECT, related_name="improvements", null=True)
    criterion = CodeField(Criterion, blank=True)
    what = models.CharField(max_length=LONGEST_LINE, blank=True)
    language = models.CharField(max_length=10, default="en")
    owner = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    request_key = models.UUIDField(null=True, unique=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)
    ended_as = CodeField(ImprovementEnd, blank=True)
    ended_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    outcome = models.CharField(max_length=LONGEST_LINE, blank=True)

    objects = ImprovementQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["visit", "criterion"], condition=Q(visit__isnull=False), name="improvement_once_for_a_visit"
            ),
            models.CheckConstraint(condition=~Q(criterion="", what=""), name="improvement_says_what"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_as="", outcome="")
                | Q(ended_at__isnull=False, ended_as=ImprovementEnd.DONE)
                | Q(Q(ended_at__isnull=False, ended_as=ImprovementEnd.CANNOT), ~Q(outcome="")),
                name="improvement_end_is_whole",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["owner", "due_on"], name="improvement_to_make_by_owner", condition=Q(ended_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"improvement {self.pk}"
