"""Who is given a bundle, why, what became of it, and how each new sleeping place is looked at."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.bundles.models.bundles import Bundle
from kith.bundles.rules.codes import (
    Arrives,
    BundleRequestId,
    BundleState,
    Found,
    Landlord,
    NoRoom,
    SleepingPlace,
    TakenBack,
    Talked,
    Told,
    WhyNot,
)
from kith.kernel.steps import StatusMachine
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.platform.steps import Step

S = BundleState
OPEN, STANDS = (S.ASKED, S.APPROVED), (S.ASKED, S.APPROVED, S.GIVEN)
REQUEST = StatusMachine(
    {
        S.ASKED: {S.APPROVED, S.REFUSED, S.ENDED},
        S.APPROVED: {S.GIVEN, S.REFUSED, S.ENDED},
        S.GIVEN: set(),
        S.REFUSED: set(),
        S.ENDED: set(),
    }
)


class BundleRequestQuerySet(models.QuerySet["BundleRequest"]):
    """Requests, by how they stand."""

    def open(self) -> Self:
        """Those that wait to be decided, or to be given."""
        return self.filter(state__in=OPEN)

    def locked(self, request_id: BundleRequestId) -> "BundleRequest | None":
        """The request, held until the transaction ends."""
        return self.select_for_update(of=("self",)).select_related("bundle").filter(pk=request_id).first()

    def visible_to(self, viewer: Viewer) -> Self:
        """Those to the viewer's own organisation, and those of a parent's own family."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(Q(organisation_id__in=viewer.organisation_ids) | Q(family_id__in=viewer.family_ids))


class BundleRequest(models.Model):
    """A bundle that is asked for one baby: by which criteria, where it sleeps, and how it came to the family."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    # Empty for the baby that is to come.
    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+", null=True)
    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    criteria = ArrayField(models.CharField(max_length=20))
    place = CodeField(SleepingPlace)
    landlord = CodeField(Landlord)
    has_room = models.BooleanField()
    no_room = CodeField(NoRoom, blank=True)
    deprivation_decile = models.PositiveSmallIntegerField(null=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=10)
    state = CodeField(BundleState, default=BundleState.ASKED)
    why = CodeField(WhyNot, blank=True)
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    packed_at = models.DateTimeField(null=True)
    packed_in = models.ForeignKey("stores.Store", on_delete=models.PROTECT, related_name="+", null=True)
    told = CodeField(Told, blank=True)
    given_at = models.DateTimeField(null=True)
    arrives = CodeField(Arrives, default=Arrives.COLLECTS)
    collector = models.CharField(max_length=120, blank=True)
    taken_by = models.CharField(max_length=120, blank=True)
    cot_is_up = models.BooleanField(null=True)
    talked = CodeField(Talked, blank=True)
    taken_back = CodeField(TakenBack, blank=True)
    taken_back_by = models.CharField(max_length=120, blank=True)
    request_key = models.UUIDField(unique=True)

    objects = BundleRequestQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["baby", "bundle"], condition=Q(state__in=STANDS), name="bundle_one_a_baby"),
            models.UniqueConstraint(
                fields=["family", "bundle"],
                condition=Q(state__in=STANDS, baby__isnull=True),
                name="bundle_one_for_a_baby_to_come",
            ),
            models.CheckConstraint(
                condition=Q(has_room=True, no_room="") | (Q(has_room=False) & ~Q(no_room="")),
                name="bundle_no_room_has_a_reason",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=(S.REFUSED, S.ENDED)) & ~Q(why="")) | Q(state__in=STANDS, why=""),
                name="bundle_refused_with_a_reason",
            ),
            models.CheckConstraint(
                condition=(Q(state=S.GIVEN, given_at__isnull=False, cot_is_up__isnull=False) & ~Q(taken_by=""))
                | (~Q(state=S.GIVEN) & Q(given_at__isnull=True, taken_by="")),
                name="bundle_given_with_proof",
            ),
            models.CheckConstraint(
                condition=Q(packed_at__isnull=True, packed_in__isnull=True)
                | Q(packed_at__isnull=False, packed_in__isnull=False),
                name="bundle_packed_somewhere",
            ),
            models.CheckConstraint(
                condition=~Q(arrives=Arrives.OTHER_PERSON) | ~Q(collector=""), name="bundle_collector_is_named"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "state", "asked_at"], name="bundle_by_state"),
            models.Index(fields=["family"], name="bundle_of_family"),
        ]

    def __str__(self) -> str:
        return f"request {self.pk}"


class BundleRequestStep(Step):
    """One change of a request."""

    request = models.ForeignKey(BundleRequest, on_delete=models.CASCADE, related_name="steps")
    state = CodeField(BundleState)
    why = CodeField(WhyNot, blank=True)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    machine = REQUEST

    def __str__(self) -> str:
        return f"step {self.pk}"


class SleepingRecheck(models.Model):
    """A family has moved to a temporary address: by when its sleeping place is looked at, and what was found."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    moved_on = models.DateField()
    due_on = models.DateField()
    ended_at = models.DateTimeField(null=True)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    found = CodeField(Found, blank=True)
    place = CodeField(SleepingPlace, blank=True)
    cot_is_up = models.BooleanField(null=True)
    why = CodeField(WhyNot, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["family", "moved_on"], name="recheck_once_a_move"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, found="", why="")
                | (Q(ended_at__isnull=False) & (~Q(found="") | ~Q(why=""))),
                name="recheck_ends_somehow",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["due_on"], name="recheck_due", condition=Q(ended_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"recheck {self.pk}"
