"""References, checks and competences of a supporter, each noted or signed by a named person."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kith.education.queries.trained import may_do
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.training import Training
from kith.organisations.queries.people import memberships_of_person
from kith.peers.actions.moving import locked_supporter, person
from kith.peers.actions.pausing import is_shut, pause_for_check
from kith.peers.models.companions import checks_of, counting_checks
from kith.peers.models.proofs import PeerCheck, PeerCompetence, PeerReference
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.checks import may_answer, may_decide
from kith.peers.rules.codes import CheckId, CheckLevel, CheckState, ChildWork, PeerSkill, SupporterId, SupporterState
from kith.peers.rules.path import may_refer, may_sign_skill
from kith.peers.settings import CHECK_WEEKS
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@dataclass(frozen=True)
class NewReference:
    """What a person who knows a supporter said of them, and on which day."""

    known_as: str
    is_good: bool
    note: str
    received_on: date


@dataclass(frozen=True)
class Decision:
    """What a supporter does with children, and which check the lead decided on, with the reason."""

    work: ChildWork
    level: CheckLevel
    reason: str


@action
def note_reference(*, by: Actor, supporter_id: SupporterId, new: NewReference, request_key: UUID) -> None:
    """Note a reference; the same request key never notes two."""
    row = locked_supporter(by, supporter_id)
    if PeerReference.objects.filter(request_key=request_key).exists():
        return
    if refusal := may_refer(new.known_as, received_on=new.received_on, today=clock.today()):
        raise refusal
    new_row = PeerReference.objects.create(
        supporter=row,
        known_as=new.known_as.strip(),
        is_good=new.is_good,
        note=new.note.strip(),
        received_on=new.received_on,
        noted_by_id=person(by),
        request_key=request_key,
    )
    audit.record(by, "peers.reference_noted", new_row, is_good=new.is_good)


@action
def decide_check(*, by: Actor, supporter_id: SupporterId, decision: Decision, request_key: UUID) -> CheckId:
    """Decide on a check, with its reason and a name; one of another level counts at once, a renewal when answered."""
    row = locked_supporter(by, supporter_id)
    if before := PeerCheck.objects.filter(request_key=request_key, supporter=row).first():
        return CheckId(before.pk)
    if refusal := may_decide(decision.work, decision.level, decision.reason):
        raise refusal
    check = PeerCheck.objects.create(
        supporter=row,
        work=decision.work,
        level=decision.level,
        reason=decision.reason.strip(),
        decided_by_id=person(by),
        decided_on=clock.today(),
        state=CheckState.NOT_NEEDED if decision.level is CheckLevel.NONE else CheckState.ASKED,
        request_key=request_key,
    )
    audit.record(by, "peers.check_decided", check, level=decision.level)
    if row.state == SupporterState.ACTIVE and not checks_of([row.pk])[row.pk].holds_on(clock.today()):
        pause_for_check(by, row)
    return CheckId(check.pk)


@action
def answer_check(*, by: Actor, check_id: CheckId, state: CheckState, on: date) -> None:
    """Note what a check came to on a day; one that is not clear, or barred, pauses every match in the same moment."""
    access.require(by, Permission.MANAGE_PEERS)
    check = PeerCheck.objects.filter(pk=check_id).first()
    if check is None:
        raise NotFound("check")
    row = locked_supporter(by, SupporterId(check.supporter_id))
    check = PeerCheck.objects.select_for_update(of=("self",)).get(pk=check_id)
    if check.state == state and check.answered_on == on:
        return
    until_on = on + timedelta(weeks=CHECK_WEEKS.now) if state is CheckState.CLEAR else None
    if refusal := may_answer(state, after=CheckState(check.state), on=on, today=clock.today(), until_on=until_on):
        raise refusal
    check.state, check.answered_on, check.until_on = state, on, until_on
    check.answered_by_id = person(by)
    check.save(update_fields=["state", "answered_on", "until_on", "answered_by"])
    audit.record(by, "peers.check_answered", check, state=state)
    if is_shut(state) and row.state == SupporterState.ACTIVE and _newest(row) == check.pk:
        pause_for_check(by, row)


@action
def sign_peer_skill(*, by: Actor, supporter_id: SupporterId, skill: PeerSkill, observed_on: date) -> None:
    """Sign that a supporter can do one thing, by a trainer whose training allows it; signed once it stays."""
    access.require(by, Permission.SIGN_COMPETENCE)
    row = locked_supporter(by, supporter_id)
    trainer = person(by)
    theirs = memberships_of_person(MembershipId(row.membership_id)) if row.membership_id else set()
    is_trained = may_do(trainer, Training.COMPETENCE_ASSESSOR, observed_on)
    facts = {"is_trained": is_trained, "is_oneself": trainer in theirs}
    if refusal := may_sign_skill(observed_on, today=clock.today(), **facts):
        raise refusal
    if PeerCompetence.objects.filter(supporter=row, skill=skill).exists():
        return
    new = {"observed_on": observed_on, "signed_by_id": trainer, "signed_on": clock.today()}
    signed = PeerCompetence.objects.create(supporter=row, skill=skill, **new)
    audit.record(by, "peers.skill_signed", signed, skill=skill)


def _newest(row: PeerSupporter) -> int | None:
    return counting_checks().filter(supporter=row).order_by("-pk").values_list("pk", flat=True).first()
