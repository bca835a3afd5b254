"""Who asks for a pump, why, and what becomes of it."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.equipment.models.units import Unit
from kith.equipment.rules.codes import AskedBy, Need, PumpRequestId, RequestState, UnitState, WhyEnded
from kith.equipment.rules.holds import Hold
from kith.equipment.rules.need import Lane
from kith.kernel.steps import StatusMachine
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.platform.steps import Step

S = RequestState
OPEN = (S.WAITING, S.HELD)
REQUEST = StatusMachine(
    {
        S.WAITING: {S.HELD, S.ENDED},
        S.HELD: {S.WAITING, S.HELD, S.HANDED_OVER, S.NOT_COLLECTED, S.ENDED},
        S.HANDED_OVER: set(),
        S.NOT_COLLECTED: set(),
        S.ENDED: set(),
    }
)


class PumpRequestQuerySet(models.QuerySet["PumpRequest"]):
    """Requests, by how they stand."""

    def open(self) -> Self:
        """Those that wait, or have a pump kept for them."""
        return self.filter(state__in=OPEN)

    def in_line(self) -> Self:
        """Those that wait, first who is served first: as kith.equipment.rules.need.in_order says."""
        return self.filter(state=S.WAITING).order_by("lane", "asked_at", "pk")

    def locked(self, request_id: PumpRequestId) -> "PumpRequest | None":
        """The request, held until the transaction ends."""
        return self.select_for_update(of=("self",)).select_related("unit").filter(pk=request_id).first()

    def visible_to(self, viewer: Viewer) -> Self:
        """Those to the viewer's own organisation, and those of a parent's own family."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(Q(organisation_id__in=viewer.organisation_ids) | Q(family_id__in=viewer.family_ids))


class PumpRequest(models.Model):
    """A family's wish for a pump: by which need, in which line, since when, and the pump that is kept for it."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    asked_by = CodeField(AskedBy)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    needs = ArrayField(models.CharField(max_length=20))
    lane = models.PositiveSmallIntegerField(choices=[(each.value, each.name) for each in Lane])
    language = models.CharField(max_length=10)
    contact_name = models.CharField(max_length=120)
    contact_phone = models.CharField(max_length=20, blank=True)
    contact_email = models.EmailField(blank=True)
    state = CodeField(RequestState, default=RequestState.WAITING)
    asked_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    ended_as = CodeField(WhyEnded, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True)
    ready_at = models.DateTimeField(null=True)
    hold_until = models.DateField(null=True)
    request_key = models.UUIDField(unique=True)

    objects = PumpRequestQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["family"], condition=Q(state__in=OPEN), name="pump_request_one_for_each_family"
            ),
            models.UniqueConstraint(fields=["unit"], condition=Q(state=S.HELD), name="pump_request_one_for_each_unit"),
            models.CheckConstraint(
                condition=Q(state=S.HELD, unit__isnull=False) | ~Q(state=S.HELD), name="pump_request_held_is_a_unit"
            ),
            models.CheckConstraint(
                condition=(Q(state=S.ENDED) & ~Q(ended_as="")) | (~Q(state=S.ENDED) & Q(ended_as="")),
                name="pump_request_ends_somehow",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["organisation", "lane", "asked_at"], name="pump_request_line", condition=Q(state=S.WAITING)
            ),
            models.Index(fields=["organisation", "asked_at"], name="pump_request_by_time"),
        ]

    def __str__(self) -> str:
        return f"request {self.pk}"

    @property
    def why(self) -> tuple[Need, ...]:
        """The needs it goes by."""
        return tuple(Need(each) for each in self.needs)

    def hold(self) -> Hold:
        """The pump that is kept for it, as it stands; of a row that was read with its pump."""
        return Hold(UnitState(self.unit.state) if self.unit else UnitState.RETURNED, self.ready_at, self.hold_until)


class PumpRequestStep(Step):
    """One change of a request."""

    request = models.ForeignKey(PumpRequest, on_delete=models.CASCADE, related_name="steps")
    state = CodeField(RequestState)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True)
    why = CodeField(WhyEnded, blank=True)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    machine = REQUEST

    def __str__(self) -> str:
        return f"step {self.pk}"
