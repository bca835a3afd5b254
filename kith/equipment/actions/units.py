"""A pump comes, is cleaned, checked, mended, lost, found and retired; each is a step, and none is left out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from kith.equipment.actions.line import hold_next, kept_for, let_go, start_clock, stop_clock
from kith.equipment.actions.locking import lock_line, locked_unit
from kith.equipment.actions.models import newest_list
from kith.equipment.actions.moving import move_unit
from kith.equipment.models.units import PumpModel, Unit, UnitCheck
from kith.equipment.rules.codes import CameBy, PumpModelId, UnitId, UnitState
from kith.equipment.rules.tags import cleaned, may_be_tag
from kith.equipment.rules.units import may_note, passes, why_unready
from kith.equipment.training import trained_worker
from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.stores.actions.keeping import own_store
from kith.stores.queries.recalls import is_recalled
from kith.stores.rules.codes import RecallBy, StoreId

S = UnitState


@dataclass(frozen=True)
class NewUnit:
    """A pump as it is written down when it comes."""

    model_id: PumpModelId
    store_id: StoreId
    tag: str
    serial: str
    came_on: date
    came_by: CameBy = CameBy.BOUGHT
    supplier: str = ""
    price_pence: int | None = None
    electrical_test_on: date | None = None
    service_on: date | None = None


@action
def add_unit(*, by: Actor, unit: NewUnit) -> UnitId:
    """Write a pump down. It stands in quarantine until it is cleaned and checked, new ones too."""
    store = own_store(by, unit.store_id)
    models = PumpModel.objects.filter(pk=unit.model_id, organisation_id=store.organisation_id)
    model, tag, serial = models.first(), cleaned(unit.tag), unit.serial.strip()
    if model is None:
        raise NotFound("model")
    if refusal := may_be_tag(tag):
        raise refusal
    if Unit.objects.filter(tag=tag).exists():
        raise Refusal("tag_taken")
    if Unit.objects.filter(organisation_id=store.organisation_id, model=model, serial=serial).exists():
        raise Refusal("serial_taken")
    own = OrganisationId(store.organisation_id)
    if is_recalled(own, RecallBy.MODEL, model.name) or is_recalled(own, RecallBy.SERIAL, serial):
        raise Refusal("unit_recalled")
    rest = {
        name: getattr(unit, name)
        for name in ("came_on", "came_by", "supplier", "price_pence", "electrical_test_on", "service_on")
    }
    row = Unit.objects.create(
        organisation_id=own, store_id=store.pk, model=model, tag=tag, serial=serial, moved_at=clock.now(), **rest
    )
    audit.record(by, "equipment.unit_added", row)
    return UnitId(row.pk)


@action
def note_unit(*, by: Actor, unit_id: UnitId, after: UnitState, to: UnitState, why: str = "") -> None:
    """Note where the pump goes from ``after``: into cleaning, to be mended, lost, found again, or out of use."""
    access.require(by, Permission.LEND_PUMP)
    row = locked_unit(by, unit_id)
    if row.state == to:
        return
    if row.state is not after:
        raise Refusal("unit_changed")
    if refusal := may_note(row.state, to):
        raise refusal
    move_unit(by, row, to, why=why)
    request = kept_for(row)
    if request is None:
        return
    if to in (S.CLEANING, S.REPAIR):
        stop_clock(by, request)
    else:
        let_go(by, request)
        hold_next(by, OrganisationId(row.organisation_id))


@action
def sign_check(
    *,
    by: Actor,
    unit_id: UnitId,
    version: int,
    answers: Sequence[bool],
    electrical_test_on: date | None = None,
    service_on: date | None = None,
) -> bool:
    """Sign that the pump is cleaned and was looked at; passed, it goes to who waits for it or to the shelf.

    A point that is not in order sends it to be mended. ``version`` is the list that was answered.
    """
    access.require(by, Permission.LEND_PUMP)
    membership_id, row = trained_worker(by), locked_unit(by, unit_id)
    if row.state is S.RETURNED:
        move_unit(by, row, S.CLEANING)
    if row.state is not S.CLEANING:
        raise Refusal("unit_changed")
    check_list = newest_list(row.model)
    if check_list.version != version:
        raise Refusal("check_list_changed")
    is_passed = passes(check_list.items, answers)
    check = UnitCheck.objects.create(
        unit=row,
        check_list=check_list,
        answers=list(answers),
        passed=is_passed,
        signed_by_id=membership_id,
        signed_at=clock.now(),
    )
    audit.record(by, "equipment.unit_checked", row, passed=is_passed, version=version)
    _note_days(row, electrical_test_on, service_on)
    if is_passed and (refusal := why_unready(row.facts(), today=clock.today())):
        raise refusal
    if not is_passed:
        move_unit(by, row, S.REPAIR, check=check)
        return False
    move_unit(by, row, S.CHECKED, check=check)
    put_on_shelf(by, row)
    return True


@action
def count_units(*, by: Actor, tags: Collection[str]) -> list[UnitId]:
    """Note that these pumps were seen on a shelf today, and say which; a tag that is not one of ours is left out."""
    access.require(by, Permission.LEND_PUMP)
    wanted = {cleaned(each) for each in tags}
    rows = list(access.visible(by, Unit.objects.filter(tag__in=wanted)).order_by("pk"))
    Unit.objects.filter(pk__in=[row.pk for row in rows]).update(counted_at=clock.now())
    for row in rows:
        audit.record(by, "equipment.unit_counted", row)
    return [UnitId(row.pk) for row in rows]


def put_on_shelf(by: Actor, row: Unit) -> None:
    """Give a pump that is ready to the family it is kept for, else to the next in line, else to the shelf."""
    if request := kept_for(row):
        move_unit(by, row, S.HELD)
        start_clock(by, request, row)
        return
    move_unit(by, row, S.AVAILABLE)
    lock_line(OrganisationId(row.organisation_id))
    hold_next(by, OrganisationId(row.organisation_id))


def _note_days(row: Unit, electrical_test_on: date | None, service_on: date | None) -> None:
    row.electrical_test_on = electrical_test_on or row.electrical_test_on
    row.service_on = service_on or row.service_on
    row.save(update_fields=["electrical_test_on", "service_on"])
