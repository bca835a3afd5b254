"""Models of pumps and their check lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from kith.equipment.models.units import CheckList, PumpModel
from kith.equipment.rules.codes import PumpModelId
from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.stores.actions.keeping import require_own
from kith.stores.rules.codes import StockItemId


@dataclass(frozen=True)
class NewModel:
    """A model of pump: its name, its kit, how many years it lasts, and what is checked."""

    name: str
    items: Sequence[str]
    kit: StockItemId | None = None
    lasts_years: int = 7


@action
def add_model(*, by: Actor, organisation_id: OrganisationId, model: NewModel) -> PumpModelId:
    """Write a model of pump down, with the first version of its check list."""
    require_own(by, organisation_id)
    if PumpModel.objects.filter(organisation_id=organisation_id, name=model.name).exists():
        raise Refusal("model_known")
    row = PumpModel.objects.create(
        organisation_id=organisation_id, name=model.name, kit_id=model.kit, lasts_years=model.lasts_years
    )
    _add_version(by, row, 1, model.items)
    audit.record(by, "equipment.model_added", row)
    return PumpModelId(row.pk)


@action
def change_check_list(*, by: Actor, model_id: PumpModelId, items: Sequence[str], version: int) -> None:
    """Have another list count from now on; ``version`` is the one that was changed, so that none is lost."""
    access.require(by, Permission.MANAGE_STOCK)
    row = access.visible(by, PumpModel.objects.select_for_update(of=("self",))).filter(pk=model_id).first()
    if row is None:
        raise NotFound("model")
    newest = newest_list(row)
    if newest.version != version:
        raise Refusal("check_list_changed")
    if list(items) != newest.items:
        _add_version(by, row, version + 1, items)
        audit.record(by, "equipment.check_list_changed", row, version=version + 1)


def newest_list(model: PumpModel) -> CheckList:
    """The check list that counts."""
    return CheckList.objects.filter(model=model).order_by("-version")[:1].get()


def _add_version(by: Actor, row: PumpModel, version: int, items: Sequence[str]) -> None:
    if not items:
        raise Refusal("check_list_empty")
    CheckList.objects.create(
        model=row, version=version, items=list(items), made_by_id=by.membership_id, made_at=clock.now()
    )
