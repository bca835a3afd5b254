"""Noting what a panel found, passing it to who can change something, and their answer."""

from typing import Any, cast

from kith.directory.queries.search import services_by_id
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import is_working, membership_card, organisation_cards
from kith.panels.actions.locking import locked_passed, locked_session, person
from kith.panels.models.sessions import PanelFinding, PassedFinding
from kith.panels.rules.codes import FindingId, PanelSessionId, PassedAnswer, PassedId
from kith.panels.rules.findings import NewPassing, may_answer_finding, may_pass, may_write_said
from kith.panels.rules.notices import NoticeKind
from kith.platform import access, audit
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice


@action
def note_finding(*, by: Actor, session_id: PanelSessionId, words: str) -> FindingId:
    """Write down one thing that the panel found; the same words stand once."""
    session = locked_session(by, session_id)
    if refusal := may_write_said(session.starts_at, words, now=clock.now()):
        raise refusal
    new = {"noted_by_id": person(by), "noted_on": clock.today()}
    row, is_new = PanelFinding.objects.get_or_create(session=session, words=words.strip(), defaults=new)
    if is_new:
        audit.record(by, "panels.finding_noted", row, session=session.pk)
    return FindingId(row.pk)


@action
def pass_finding(*, by: Actor, finding_id: FindingId, new: NewPassing) -> PassedId:
    """Pass a finding to an organisation or one of its services, with a day for the answer; passed twice it is once."""
    access.require(by, Permission.MANAGE_THEMES)
    finding = PanelFinding.objects.select_for_update(of=("self",)).filter(pk=finding_id).first()
    if finding is None or new.organisation_id not in organisation_cards([new.organisation_id]):
        raise NotFound("finding")
    if refusal := _refused(by, new):
        raise refusal
    said = {"answerer_id": new.answerer_id, "passed_by_id": person(by), "passed_on": clock.today()}
    row, is_new = PassedFinding.objects.get_or_create(
        finding=finding,
        organisation_id=new.organisation_id,
        service_id=cast("Any", new.service_id),
        defaults={**said, "due_on": new.due_on},
    )
    if is_new:
        audit.record(by, "panels.finding_passed", row, finding=finding.pk)
        if new.answerer_id is not None:
            _tell(by, row, NoticeKind.FINDING_PASSED, new.answerer_id, f"{row.pk}")
    return PassedId(row.pk)


@action
def answer_finding(*, by: Actor, passed_id: PassedId, answer: PassedAnswer, words: str) -> None:
    """Take the answer of who was asked, or of who passed it on in their name; a plan is answered again once done."""
    row = locked_passed(passed_id)
    if by.membership_id != row.answerer_id and Permission.MANAGE_THEMES not in by.permissions:
        raise Forbidden("finding")
    if row.answer == answer and row.words == words.strip():
        return
    is_answered = bool(row.answer)
    if row.answer in (PassedAnswer.DONE, PassedAnswer.CANNOT):
        raise Refusal("finding_answered_already")
    if refusal := may_answer_finding(answer, words, is_answered=is_answered):
        raise refusal
    row.answer, row.words = answer, words.strip()
    row.answered_by_id, row.answered_on = person(by), clock.today()
    row.save(update_fields=["answer", "words", "answered_by", "answered_on"])
    audit.record(by, "panels.finding_answered", row, answer=answer)
    passed_by = MembershipId(row.passed_by_id)
    if passed_by != by.membership_id and is_working(passed_by):
        _tell(by, row, NoticeKind.FINDING_ANSWERED, passed_by, f"{row.pk}-{answer}")


@action
def give_finding_to(*, by: Actor, passed_id: PassedId, answerer: MembershipId) -> None:
    """Name another person of the same organisation who is to answer."""
    access.require(by, Permission.MANAGE_THEMES)
    row = locked_passed(passed_id)
    card = membership_card(answerer)
    if card is None or card.organisation.id != row.organisation_id or not is_working(answerer):
        raise Refusal("finding_person_of_others")
    if row.answerer_id == answerer:
        return
    row.answerer_id = answerer
    row.save(update_fields=["answerer"])
    audit.record(by, "panels.finding_given", row, to=answerer)
    _tell(by, row, NoticeKind.FINDING_PASSED, answerer, f"{row.pk}-{answerer}")


def _refused(by: Actor, new: NewPassing) -> Refusal | None:
    services = services_by_id(by, [new.service_id], lang="en") if new.service_id else {}
    service = services.get(new.service_id) if new.service_id else None
    card = membership_card(new.answerer_id) if new.answerer_id and is_working(new.answerer_id) else None
    return may_pass(
        new,
        service_of=service.organisation_id if service else None,
        answerer_of=card.organisation.id if card else None,
        today=clock.today(),
    )


def _tell(by: Actor, row: PassedFinding, kind: NoticeKind, to: MembershipId, key: str) -> None:
    facts = {"passed_id": row.pk, "due_on": row.due_on.isoformat()}
    raise_notice(by=by, kind=kind, to=to, facts=facts, dedupe_key=f"{kind}-{key}")
