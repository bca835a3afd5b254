"""Every action of ways, done once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from kith.caseloads.actions.leading import take_lead
from kith.caseloads.actions.ways import tell_lead_of_way
from kith.interpreting.tests.world import an_interpreter
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import MembershipId, OrganisationId, WayProposalId
from kith.kernel.ways import ProposalState
from kith.messages.actions.ways import tell_of_way
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import ANONYMOUS, Viewer, viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from kith.ways.actions.answering import (
    confirm_way_as_second,
    confirm_way_by_link,
    lapse_ways,
    refuse_way_by_link,
    send_way_code,
    withdraw_way,
)
from kith.ways.events import WayProposalMoved
from tests.access.way_ids import keeper, letters, proposed
from tests.access.world import BY, World

Act = Callable[[], object]
Prepare = Callable[[World], Act]


def _at_work(role: str) -> Viewer:
    viewer = viewer_of_account(Account.objects.get(email=f"{role}@{DOMAIN}"))
    assert viewer is not None
    return viewer


def _waiting() -> tuple[Viewer, WayProposalId, str, str]:
    coordinator = _at_work("coordinator")
    assert coordinator.membership_id is not None
    (own,) = coordinator.organisation_ids
    by = keeper(own, coordinator.membership_id)
    return by, *proposed(by, an_interpreter(at=own))


def _change(_world: World) -> Act:
    by, interpreter_id = _at_work("coordinator"), an_interpreter(at=min(_at_work("coordinator").organisation_ids))
    return lambda: proposed(by, interpreter_id)


def _confirm(_world: World) -> Act:
    _, _, token, code = _waiting()
    return lambda: confirm_way_by_link(by=ANONYMOUS, token=token, code=code)


def _refuse(_world: World) -> Act:
    _, _, token, _ = _waiting()
    return lambda: refuse_way_by_link(by=ANONYMOUS, token=token)


def _code(_world: World) -> Act:
    _, _, token, _ = _waiting()

    def send() -> None:
        with letters():
            send_way_code(by=ANONYMOUS, token=token)

    return send


def _second(_world: World) -> Act:
    by, proposal_id, _, code = _waiting()
    colleague = replace(by, membership_id=_at_work("feeding-lead").membership_id)
    why = "Her old phone is lost; I met her today."
    return lambda: confirm_way_as_second(by=colleague, proposal_id=proposal_id, code=code, reason=why)


def _withdraw(_world: World) -> Act:
    by, proposal_id, _, _ = _waiting()
    return lambda: withdraw_way(by=by, proposal_id=proposal_id)


def _lapse(_world: World) -> Act:
    _waiting()
    later = FixedClock(clock.now() + timedelta(days=8))

    def lapse() -> None:
        with clock.use(later):
            lapse_ways(by=BY)

    return lapse


def _moved(world: World, proposal_id: WayProposalId, state: ProposalState) -> WayProposalMoved:
    coordinator = _at_work("coordinator")
    return WayProposalMoved(
        proposal_id=proposal_id,
        kind="interpreter",
        state=state,
        told=(Permission.MANAGE_INTERPRETING,),
        organisation_id=OrganisationId(min(coordinator.organisation_ids)),
        proposed_by=coordinator.membership_id,
        settled_by=MembershipId(0),
        family_id=world.families["own"].id,
    )


def _told(world: World) -> Act:
    event = _moved(world, WayProposalId(1), ProposalState.REFUSED)
    return lambda: tell_of_way(event)


def _lead_told(world: World) -> Act:
    take_lead(by=_at_work("midwife"), family_id=world.families["own"].id)
    event = _moved(world, WayProposalId(1), ProposalState.CHANGED)
    return lambda: tell_lead_of_way(event)


WAY_ACTS: dict[str, Prepare] = {
    "ways.change_ways": _change,
    "ways.confirm_way_by_link": _confirm,
    "ways.refuse_way_by_link": _refuse,
    "ways.send_way_code": _code,
    "ways.confirm_way_as_second": _second,
    "ways.withdraw_way": _withdraw,
    "ways.lapse_ways": _lapse,
    "messages.tell_of_way": _told,
    "caseloads.tell_lead_of_way": _lead_told,
}
