"""What equipment does when a model or a serial number is called back: blocked at once, every holder named."""

from collections.abc import Iterable

from django.db.models import Max, Q
from django.db.models.functions import Coalesce

from kith.equipment.actions.line import kept_for, let_go
from kith.equipment.actions.locking import lock_line
from kith.equipment.actions.moving import move_unit
from kith.equipment.models.loans import Loan
from kith.equipment.models.units import Unit, UnitQuerySet
from kith.equipment.rules.codes import UnitState
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import system_actor
from kith.stores.recalling import Called, Holder, Recalling
from kith.stores.rules.codes import RecallBy

BY = system_actor("equipment.recalls")


def block(called: Called) -> int:
    """Let none of these pumps be lent any more; one that was kept for a family goes to be mended, and she waits on."""
    lock_line(called.organisation_id)
    rows = _units(called).exclude(state=UnitState.RETIRED)
    count = rows.filter(recall__isnull=True).update(recall_id=called.recall_id)
    for unit in rows.filter(state=UnitState.HELD).select_for_update(of=("self",)):
        request = kept_for(unit)
        move_unit(BY, unit, UnitState.REPAIR)
        if request:
            let_go(BY, request)
    return count


def holders(called: Called) -> Iterable[Holder]:
    """Every family that has or had one of them, once, with the days of its latest: the one it still has, if any."""
    loans = Loan.objects.filter(unit__in=_units(called), handed_over_at__isnull=False)
    last = Coalesce(Max("pk", filter=Q(ended_at__isnull=True)), Max("pk"))
    latest = loans.order_by().values("family_id").annotate(last=last).values_list("last", flat=True)
    for family_id, tag, model, begun, ended in Loan.objects.filter(pk__in=list(latest)).values_list(
        "family_id", "unit__tag", "unit__model__name", "handed_over_at", "ended_at"
    ):
        assert begun
        until = clock.local(ended).date() if ended else None
        yield Holder(FamilyId(family_id), f"{model} · {tag}", clock.local(begun).date(), until)


def _units(called: Called) -> UnitQuerySet:
    by = {"model__name": called.what} if called.by is RecallBy.MODEL else {"serial": called.what}
    return Unit.objects.filter(organisation_id=called.organisation_id, **by)


PUMPS = Recalling(block, holders)
