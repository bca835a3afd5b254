"""What the addresses of pumps, stores and recalls ask for, at one's own organisation and at another."""

from typing import Any

from kith.equipment.models.loans import Loan
from kith.equipment.tests.world import Pumps
from kith.families.rules.entries import NewFamily
from kith.kernel.ids import OrganisationId, new_uuid
from kith.platform.access.viewer import system_actor
from kith.stores.actions.recalls import NewRecall, begin_recall
from kith.stores.models.recalls import RecallHolder
from kith.stores.rules.codes import RecallBy, RecallReason

BY = system_actor("tests")


def equipment_ids(
    families: dict[str, NewFamily], ours: OrganisationId, theirs: OrganisationId
) -> dict[str, dict[str, Any]]:
    """A pump on loan to the family (others wait, so it is not kept longer), a request, a store and a recall."""
    own, other = (_ids(Pumps(at), families[name]) for at, name in ((ours, "own"), (theirs, "other")))
    return {"own": own, "shared": own, "other": other, "withdrawn": other}


def _ids(pumps: Pumps, family: NewFamily) -> dict[str, Any]:
    gone = pumps.unit()
    loan_id = pumps.lend(family.id, pumps.unit())
    called = pumps.lend()
    waiting = [pumps.ask() for _ in range(3)]
    recall = NewRecall(RecallBy.SERIAL, _serial(called), RecallReason.MAKER)
    recall_id = begin_recall(by=BY, organisation_id=pumps.organisation_id, recall=recall, request_key=new_uuid())
    held = pumps.visitor()
    return {
        "held_pump_token": held.token,
        "proof_pump_token": held.link,
        "unit_id": gone,
        "model_id": pumps.model_id,
        "request_id": waiting[-1].request_id,
        "loan_id": loan_id,
        "store_id": pumps.store_id,
        "recall_id": recall_id,
        "holder_id": RecallHolder.objects.get(recall_id=recall_id).pk,
    }


def _serial(loan_id: int) -> str:
    return str(Loan.objects.select_related("unit").get(pk=loan_id).unit.serial)
