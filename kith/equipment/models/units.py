"""Pumps, the steps of each, and the checks without which none is lent again."""

from typing import ClassVar, Self, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.equipment.rules.codes import CameBy, UnitId, UnitState
from kith.equipment.rules.units import UNIT, UnitFacts
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.platform.steps import Step

Row = TypeVar("Row", bound=models.Model)


class OwnQuerySet(models.QuerySet[Row]):
    """Rows of one organisation."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of the viewer's own organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(organisation_id__in=viewer.organisation_ids)


class PumpModel(models.Model):
    """A model of pump as the place calls it, the kit that goes with it, what it costs and how many years it lasts."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    kit = models.ForeignKey("stores.StockItem", on_delete=models.PROTECT, related_name="+", null=True)
    lasts_years = models.PositiveSmallIntegerField(default=7)

    objects = OwnQuerySet["PumpModel"].as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["organisation", "name"], name="pump_model_by_name")]

    def __str__(self) -> str:
        return f"pump model {self.pk}"


class CheckList(models.Model):
    """What is looked at before a pump of this model is lent again; the newest version counts, the others stay."""

    model = models.ForeignKey(PumpModel, on_delete=models.PROTECT, related_name="check_lists")
    version = models.PositiveSmallIntegerField()
    items = ArrayField(models.CharField(max_length=200))
    made_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["model", "version"], name="check_list_version"),
            models.CheckConstraint(condition=Q(items__len__gt=0), name="check_list_asks_something"),
        ]

    def __str__(self) -> str:
        return f"check list {self.pk}"


class UnitQuerySet(OwnQuerySet["Unit"]):
    """Pumps, by whether they may be lent."""

    def locked(self, unit_id: UnitId) -> "Unit | None":
        """The pump, held until the transaction ends: two desks decide one after the other."""
        return self.select_for_update(of=("self",)).select_related("model", "store").filter(pk=unit_id).first()

    def ready(self) -> Self:
        """Those that stand on a shelf for the next family, the one longest out of use first."""
        return self.filter(state=UnitState.AVAILABLE, recall__isnull=True).order_by("moved_at", "pk")


class Unit(models.Model):
    """One pump that is lent, comes back, and is lent again. Its state follows from its steps alone."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    store = models.ForeignKey("stores.Store", on_delete=models.PROTECT, related_name="+")
    model = models.ForeignKey(PumpModel, on_delete=models.PROTECT, related_name="units")
    tag = models.CharField(max_length=20, unique=True)
    serial = models.CharField(max_length=60)
    supplier = models.CharField(max_length=80, blank=True)
    came_by = CodeField(CameBy)
    came_on = models.DateField()
    price_pence = models.PositiveIntegerField(null=True)
    electrical_test_on = models.DateField(null=True)
    service_on = models.DateField(null=True)
    state = CodeField(UnitState, default=UnitState.RETURNED)
    moved_at = models.DateTimeField()
    counted_at = models.DateTimeField(null=True)
    # Kept by a trigger from the loans that are over, for those who pay for pumps and see no loan.
    loan_count = models.PositiveIntegerField(default=0, db_default=0)
    day_count = models.PositiveIntegerField(default=0, db_default=0)
    helped_count = models.PositiveIntegerField(default=0, db_default=0)
    answered_count = models.PositiveIntegerField(default=0, db_default=0)
    recall = models.ForeignKey("stores.Recall", on_delete=models.PROTECT, related_name="+", null=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "model", "serial"], name="unit_by_serial"),
            models.CheckConstraint(condition=~Q(tag="") & ~Q(serial=""), name="unit_has_a_name"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "state", "tag"], name="unit_by_state"),
            models.Index(fields=["serial"], name="unit_of_serial"),
        ]

    def __str__(self) -> str:
        return f"pump {self.pk}"

    def facts(self) -> UnitFacts:
        """What decides whether it may go out."""
        return UnitFacts(self.state, self.recall_id is not None, self.electrical_test_on, self.service_on)


class UnitCheck(models.Model):
    """A pump was cleaned and looked at by this list, point by point, and signed by a person trained for it."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="checks")
    check_list = models.ForeignKey(CheckList, on_delete=models.PROTECT, related_name="+")
    answers = ArrayField(models.BooleanField())
    passed = models.BooleanField()
    signed_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"check {self.pk}"


class UnitStep(Step):
    """One change of where a pump stands. The database lets only those follow that may, and sets the pump's state."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="steps")
    state = CodeField(UnitState)
    check_made = models.OneToOneField(UnitCheck, on_delete=models.PROTECT, related_name="+", null=True)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    why = models.CharField(max_length=200, blank=True)

    machine = UNIT

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["at"], name="unit_step_ready", condition=Q(state=UnitState.CHECKED)),
        ]

    def __str__(self) -> str:
        return f"step {self.pk}"
