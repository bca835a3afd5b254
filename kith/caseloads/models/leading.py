"""Who leads a family, and who stands beside the lead."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.caseloads.models.cover import Absence
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import Given, is_open
from kith.platform.stretches import Stretches, TimeRange, ends_after_it_begins, is_open_stretch, never_two, one_open


class NamedLeadQuerySet(Stretches["NamedLead"]):
    """Leads; the current ones lead now."""

    def followed_by(self, membership_id: MembershipId | None, on: date) -> Self:
        """The present leads of one person, and those of colleagues she covers on this day."""
        if membership_id is None:
            return self.none()
        return self.current().filter(Q(membership_id=membership_id) | covered_by(membership_id, on))

    def followed_today(self, viewer: Viewer) -> Self:
        """The same for the viewer, who may be open, and today."""
        if not is_open(viewer) or viewer.membership_id is None:
            return self.followed_by(viewer.membership_id, clock.today())
        covered = Q(membership_id__any=_COVERED) | _deputised(viewer.membership_id, _LEFT_TO_DEPUTIES)
        return self.current().filter(Q(membership_id=viewer.membership_id) | covered)


def covered_by(membership_id: MembershipId, on: date) -> Q:
    """The leads of colleagues away on this day that this person covers: she is named, or is the family's deputy."""
    named, left = _covered(membership_id, on), _left_to_deputies(on)
    return Q(membership_id__in=named) | _deputised(membership_id, left) if left else Q(membership_id__in=named)


def _deputised(membership_id: MembershipId, away: list[int] | Given) -> Q:
    deputised = Deputy.objects.current().filter(membership_id=membership_id).values("family_id")
    return Q(membership_id__any=away, family_id__in=deputised)


def _covered(membership_id: MembershipId | None, on: date) -> list[int]:
    return [each.membership_id for each in Absence.objects.of_day(on) if each.covered_by_id == membership_id]


def _left_to_deputies(on: date) -> list[int]:
    return [each.membership_id for each in Absence.objects.of_day(on) if each.covered_by_id is None]


_COVERED = Given("covered", lambda viewer: _covered(viewer.membership_id, clock.today()))
_LEFT_TO_DEPUTIES = Given("left to deputies", lambda _viewer: _left_to_deputies(clock.today()))


class NamedLead(models.Model):
    """The person who stays with a family, for a stretch of time; one at a time. Her team then stands behind her."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+", null=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    objects = NamedLeadQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["membership"], name="lead_now_by_person", condition=is_open_stretch()),
        ]
        constraints: ClassVar = [
            ends_after_it_begins("lead_ends_after_it_begins"),
            one_open("lead_one_now", "family"),
            never_two("lead_one_at_a_time", "family", stretch=TimeRange("from_at", "until_at")),
        ]

    def __str__(self) -> str:
        return f"named lead {self.pk}"


class DeputyQuerySet(Stretches["Deputy"]):
    """Deputies; the current ones stand beside a lead."""


class Deputy(models.Model):
    """The second person a family knows: she stands in for the lead, and comes first when the lead leaves."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    objects = DeputyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deputies"
        indexes: ClassVar = [
            models.Index(fields=["membership"], name="deputy_now_by_person", condition=is_open_stretch()),
        ]
        constraints: ClassVar = [
            ends_after_it_begins("deputy_ends_after_she_begins"),
            one_open("deputy_one_now", "family"),
        ]

    def __str__(self) -> str:
        return f"deputy {self.pk}"
