"""What a supporter does on their own page: logs, asks for help now, is away, asks for money back."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import is_working
from kith.peers.actions.moving import person
from kith.peers.actions.telling import TELLER, tell_desk
from kith.peers.models.duty import on_duty
from kith.peers.models.matching import PeerMatch
from kith.peers.models.supporters import PeerSupporter
from kith.peers.models.supporting import HelpCall, PeerAbsence, PeerExpense, PeerExpenseStep, PeerLog
from kith.peers.rules.codes import MatchId, SupporterState
from kith.peers.rules.notices import NoticeKind
from kith.peers.rules.supporting import (
    MINUTES,
    HelpCallId,
    HowItWent,
    HowTalked,
    NewCost,
    PaidState,
    PeerCost,
    PeerExpenseId,
    may_be_away,
    may_claim,
    may_decide,
)
from kith.peers.settings import PENCE_A_MILE
from kith.platform import access, audit, steps
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice

AGAIN_AFTER = timedelta(minutes=10)


@dataclass(frozen=True)
class NewLog:
    """How a supporter and a mother were in touch, how long, and how it went."""

    how: HowTalked
    minutes: int
    went: HowItWent


@action
def log_contact(*, by: Actor, match_id: MatchId, new: NewLog, request_key: UUID) -> None:
    """Note that the supporter was in touch with a mother of theirs; the same request key never notes two."""
    own = _own(by)
    match = PeerMatch.objects.open().filter(pk=match_id, supporter=own).first()
    if match is None:
        raise NotFound("match")
    if new.minutes not in MINUTES:
        raise Refusal("peer_log_without_minutes")
    fields = {"match": match, "membership_id": own.membership_id, "at": clock.now()}
    row, is_new = PeerLog.objects.get_or_create(request_key=request_key, defaults={**fields, **vars(new)})
    if is_new:
        audit.record(by, "peers.contact_logged", row, family_id=FamilyId(match.family_id))


@action
def ask_for_help(*, by: Actor) -> HelpCallId:
    """Call the people on duty for the supporter, at once; while a call waits it stays one call."""
    own = _own(by)
    row, is_new = HelpCall.objects.get_or_create(supporter=own, answered_at=None, defaults={"asked_at": clock.now()})
    if is_new:
        audit.record(by, "peers.help_asked", row)
        for member in on_duty(own, clock.today()):
            kind, key = NoticeKind.PEER_ASKS_FOR_HELP, f"help-{row.pk}-{member}"
            raise_notice(by=TELLER, kind=kind, to=member, facts={"membership_id": own.membership_id}, dedupe_key=key)
    return HelpCallId(row.pk)


@action
def answer_help(*, by: Actor, call_id: HelpCallId) -> None:
    """Say that a person with a name is with the supporter now; answered twice, the first one answered."""
    access.require(by, Permission.MANAGE_PEERS)
    row = HelpCall.objects.select_for_update(of=("self",)).filter(pk=call_id).first()
    if row is None:
        raise NotFound("call")
    if row.answered_at is None:
        row.answered_at, row.answered_by_id = clock.now(), person(by)
        row.save(update_fields=["answered_at", "answered_by"])
        audit.record(by, "peers.help_answered", row)


@action
def call_again(*, by: Actor) -> int:
    """Tell all who look after supporters of calls that wait for ten minutes, once each; say of how many."""
    rows = HelpCall.objects.filter(answered_at=None, told_again_at=None, asked_at__lte=clock.now() - AGAIN_AFTER)
    told = 0
    for row in rows.select_for_update(of=("self",)):
        row.told_again_at = clock.now()
        row.save(update_fields=["told_again_at"])
        audit.record(by, "peers.help_called_again", row)
        tell_desk(NoticeKind.PEER_HELP_WAITS, f"{row.pk}", membership_id=row.supporter.membership_id)
        told += 1
    return told


@action
def note_days_away(*, by: Actor, from_on: date, until_on: date, covered_by: MembershipId | None = None) -> None:
    """Note the days on which a supporter or a supervisor is away; the same first day again changes the rest."""
    if not {Permission.SEE_PEER_TODAY, Permission.MANAGE_PEERS} & by.permissions:
        raise Forbidden(Permission.SEE_PEER_TODAY.value)
    if refusal := may_be_away(from_on, until_on, today=clock.today()):
        raise refusal
    if covered_by is not None and (covered_by == person(by) or not is_working(covered_by)):
        raise Refusal("peer_cover_not_there")
    said = {"until_on": until_on, "covered_by_id": covered_by}
    row, _ = PeerAbsence.objects.update_or_create(membership_id=person(by), from_on=from_on, defaults=said)
    audit.record(by, "peers.away_noted", row)


@action
def claim_cost(*, by: Actor, cost: NewCost, request_key: UUID) -> PeerExpenseId:
    """Ask for money back; miles are paid at the rate of today. The same request key never asks twice."""
    own = _own(by)
    if before := PeerExpense.objects.filter(request_key=request_key, supporter=own).first():
        return PeerExpenseId(before.pk)
    if refusal := may_claim(cost, today=clock.today()):
        raise refusal
    is_ride = cost.kind is PeerCost.MILEAGE
    row = PeerExpense.objects.create(
        supporter=own,
        kind=cost.kind,
        spent_on=cost.spent_on,
        miles=cost.miles if is_ride else 0,
        pence=cost.miles * PENCE_A_MILE.now if is_ride else cost.pence,
        request_key=request_key,
    )
    _step(by, row, after=None)
    return PeerExpenseId(row.pk)


@action
def decide_cost(*, by: Actor, expense_id: PeerExpenseId, state: PaidState, why: str = "") -> None:
    """Approve an expense, refuse it with a reason, or note that it is paid; the supporter is told of the last two."""
    access.require(by, Permission.MANAGE_PEERS)
    person(by)
    row = PeerExpense.objects.select_for_update(of=("self",)).filter(pk=expense_id).first()
    if row is None:
        raise NotFound("expense")
    if row.state == state:
        return
    after = PaidState(row.state)
    if refusal := may_decide(state, after=after, why=why):
        raise refusal
    row.state, row.why = state, why.strip() if state is PaidState.REFUSED else ""
    row.save(update_fields=["state", "why"])
    _step(by, row, after=after)
    told = {PaidState.PAID: NoticeKind.PEER_COST_PAID, PaidState.REFUSED: NoticeKind.PEER_COST_REFUSED}
    if (kind := told.get(state)) and row.supporter.membership_id:
        to = MembershipId(row.supporter.membership_id)
        raise_notice(by=TELLER, kind=kind, to=to, facts={}, dedupe_key=f"{kind}-{row.pk}")


def _own(by: Actor) -> PeerSupporter:
    """The supporter who acts; NotFound for a person who supports no families."""
    access.require(by, Permission.SEE_PEER_TODAY)
    states = (SupporterState.ACTIVE, SupporterState.PAUSED)
    row = PeerSupporter.objects.filter(membership_id=person(by), state__in=states).first()
    if row is None:
        raise NotFound("supporter")
    return row


def _step(by: Actor, row: PeerExpense, *, after: PaidState | None) -> None:
    step = PeerExpenseStep(expense=row, state=row.state, membership_id=by.membership_id)
    steps.move(by, row, step, after=after, entry=f"peers.expense_{row.state}")
