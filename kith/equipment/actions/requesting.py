"""Asking for a pump: a parent, a practitioner or a ward; and ending the wish without one."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from kith.equipment.actions.handing_over import begin
from kith.equipment.actions.line import end, hold_next
from kith.equipment.actions.locking import lock_line, locked_request
from kith.equipment.models.requests import OPEN, PumpRequest, PumpRequestStep
from kith.equipment.models.units import Unit
from kith.equipment.rules.codes import AskedBy, LoanId, Need, PumpRequestId, RequestState, WhyEnded
from kith.equipment.rules.need import Decision, Lane, decide
from kith.equipment.rules.units import may_go_out
from kith.equipment.settings import accepted_needs
from kith.equipment.tags import unit_by_tag
from kith.families.actions.locking import lock_family
from kith.families.queries.bereavement import is_bereaved
from kith.families.queries.cards import contact_of
from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit, steps
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.stores.actions.keeping import require_own

READER = system_actor("equipment.requesting")
S = RequestState


@dataclass(frozen=True)
class Wish:
    """What is asked for: who asks, by which needs, and the tag of a pump that is handed over at once, if one is."""

    needs: Collection[Need]
    asked_by: AskedBy
    request_key: UUID
    tag: str = ""


@dataclass(frozen=True)
class Asked:
    """What a wish became: a request, what the rule said of it, and the hand-over that was begun."""

    request_id: PumpRequestId
    decision: Decision
    loan_id: LoanId | None = None


@action
def request_pump(*, by: Actor, organisation_id: OrganisationId, family_id: FamilyId, wish: Wish) -> Asked:
    """Take the wish down by the public rule of need; a pump that is ready is kept for the family at once."""
    if by.is_parent:
        access.require(by, Permission.SEE_OWN_RECORD, family_id=family_id)
    else:
        access.require(by, Permission.LEND_PUMP, family_id=family_id)
        require_own(by, organisation_id, Permission.LEND_PUMP)
    return take_wish(by, organisation_id, family_id, wish)


def take_wish(by: Actor, organisation_id: OrganisationId, family_id: FamilyId, wish: Wish) -> Asked:
    """Take the wish down, for callers who know that the family is the one that asks."""
    # Ninety-nine who come too late are told so before they wait for the one who came first.
    unit = _wanted(by, wish.tag)
    lock_family(family_id)
    lock_line(organisation_id)
    decision = decide(wish.needs, accepted_needs())
    if earlier := PumpRequest.objects.filter(request_key=wish.request_key, family_id=family_id).first():
        return Asked(PumpRequestId(earlier.pk), decision)
    if is_bereaved(family_id):
        raise Refusal("request_in_bereavement")
    if PumpRequest.objects.open().filter(family_id=family_id).exists():
        raise Refusal("pump_asked_already")
    row = _written(by, organisation_id, family_id, wish, decision)
    if decision.lane is None:
        return Asked(PumpRequestId(row.pk), decision)
    if unit is not None:
        _first_in_line(row)
        return Asked(PumpRequestId(row.pk), decision, begin(by, row, unit, wish.request_key))
    hold_next(by, organisation_id)
    return Asked(PumpRequestId(row.pk), decision)


@action
def end_request(*, by: Actor, request_id: PumpRequestId, why: WhyEnded) -> None:
    """End a wish that is still open; ended twice it is ended once."""
    if not by.is_parent:
        access.require(by, Permission.LEND_PUMP)
    row = locked_request(by, request_id)
    if row.state in OPEN:
        refuse_while_handed_over(row)
        end(by, row, S.ENDED, why)


def refuse_while_handed_over(row: PumpRequest) -> None:
    """Say that a hand-over is under way, which is to be finished or dropped first."""
    if row.loans.filter(ended_at__isnull=True).exists():
        raise Refusal("hand_over_under_way")


def _wanted(by: Actor, tag: str) -> Unit | None:
    if not tag:
        return None
    unit = unit_by_tag(by, tag)
    if refusal := may_go_out(unit.facts(), is_held_for_her=False, today=clock.today()):
        raise refusal
    return unit


def _first_in_line(row: PumpRequest) -> None:
    """Refuse a pump in the hand to a family while another stands before it."""
    first = PumpRequest.objects.in_line().filter(organisation_id=row.organisation_id).first()
    if first and first.pk != row.pk:
        raise Refusal("others_first")


def _written(
    by: Actor, organisation_id: OrganisationId, family_id: FamilyId, wish: Wish, decision: Decision
) -> PumpRequest:
    contact, now = contact_of(READER, family_id), clock.now()
    is_refused = decision.lane is None
    row = PumpRequest.objects.create(
        organisation_id=organisation_id,
        family_id=family_id,
        asked_by=wish.asked_by,
        membership_id=by.membership_id,
        needs=[each.value for each in decision.why],
        lane=Lane.IN_TURN if decision.lane is None else decision.lane,
        language=contact.reads if contact else "en",
        contact_name=contact.name if contact else "",
        contact_phone=contact.phone if contact else "",
        contact_email=contact.email if contact else "",
        state=S.ENDED if is_refused else S.WAITING,
        ended_as=WhyEnded.NO_NEED_NAMED if is_refused else "",
        asked_at=now,
        changed_at=now,
        request_key=wish.request_key,
    )
    step = PumpRequestStep(request=row, state=row.state, why=row.ended_as, membership_id=by.membership_id)
    steps.move(by, row, step, after=None, entry=None)
    audit.record(by, "equipment.pump_requested", row, family_id=family_id, lane=str(decision.lane))
    return row
