"""The actions of contacts, next steps and notices."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from kith.contacts.actions.recording import correct_contact, record_contact
from kith.contacts.rules.contacts import ContactEntry, ContactKind, HowWeTalked, Talk
from kith.families.actions.language import answer_interpreter_need
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.rules.codes import InterpreterNeed
from kith.kernel import clock
from kith.kernel.ids import BereavementId, ConcernId, LoneVisitId, MembershipId, NextStepId, NoticeId, new_uuid
from kith.organisations.actions.people import change_duties
from kith.organisations.events import AuditBroken
from kith.organisations.rules import Duty
from kith.platform.access.viewer import Viewer, viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from kith.safeguarding.actions.concerns import move_concern, raise_concern
from kith.safeguarding.actions.safety import (
    alert_of_overdue_visits,
    come_back,
    end_precautions,
    note_precautions,
    set_out,
)
from kith.safeguarding.rules.concerns import About, ConcernState
from kith.safeguarding.rules.safety import Precaution, SafetyReason
from kith.tasks.actions.audit import tell_of_broken_audit
from kith.tasks.actions.next_steps import add_next_step, drop_step, finish_step, hand_on_step
from kith.tasks.actions.notices import mark_notice_seen, raise_notice
from kith.tasks.actions.watching import (
    close_steps_for_bereavement,
    end_steps_without_consent,
    escalate_notices_of_leavers,
    tell_of_late_steps,
)
from kith.tasks.rules.next_steps import DropReason
from kith.tasks.rules.notices import NoticeKind
from tests.access.consent import take_all_back
from tests.access.world import BY, World

Act = Callable[[], object]
Prepare = Callable[[World], Act]


def at_work(role: str) -> Viewer:
    """The world's person in this role."""
    viewer = viewer_of_account(Account.objects.get(email=f"{role}@{DOMAIN}"))
    assert viewer is not None
    return viewer


def member(role: str) -> MembershipId:
    """Her membership."""
    membership_id = at_work(role).membership_id
    assert membership_id is not None
    return membership_id


def _step(world: World) -> NextStepId:
    me = at_work("midwife")
    return add_next_step(
        by=me, family_id=world.families["own"].id, what="Call", due_on=clock.today(), owner=member("midwife")
    )


def _step_act(act: Callable[[NextStepId], object]) -> Prepare:
    def prepare(world: World) -> Act:
        step_id = _step(world)
        return lambda: act(step_id)

    return prepare


def _contact_entry(world: World) -> ContactEntry:
    return ContactEntry(
        kind=ContactKind.PHONE,
        at=clock.now(),
        minutes=5,
        talk=Talk(HowWeTalked.ENGLISH),
        baby_ids=frozenset({world.families["own"].babies[0].id}),
    )


def _contact(world: World) -> Any:
    family_id = world.families["own"].id
    return record_contact(
        by=at_work("midwife"), family_id=family_id, entry=_contact_entry(world), request_key=new_uuid()
    )


def _correction(world: World) -> Act:
    contact_id = _contact(world)
    return lambda: correct_contact(
        by=at_work("midwife"), contact_id=contact_id, entry=_contact_entry(world), request_key=new_uuid()
    )


def _notice(_world: World) -> NoticeId:
    return raise_notice(by=BY, kind=NoticeKind.STEP_LATE, to=member("midwife"), dedupe_key=str(new_uuid()))


def _notice_seen(world: World) -> Act:
    notice_id = _notice(world)
    return lambda: mark_notice_seen(by=at_work("midwife"), notice_id=notice_id)


def _bereaved_steps(world: World) -> Act:
    _step(world)
    event = FamilyBereaved(world.families["own"].id, BereavementId(1), member("midwife"), clock.today())
    return lambda: close_steps_for_bereavement(event)


def _steps_without_consent(world: World) -> Act:
    _step(world)
    family = world.families["own"]
    (organisation_id,) = at_work("midwife").organisation_ids
    take_all_back(family)
    return lambda: end_steps_without_consent(ConsentWithdrawn(family.id, organisation_id, "care"))


def _concern(world: World) -> ConcernId:
    return raise_concern(
        by=at_work("midwife"),
        family_id=world.families["own"].id,
        about=frozenset({About.BABY}),
        words="Ioana said that she is afraid",
        is_danger_now=False,
        request_key=new_uuid(),
    )


def _moved_concern(world: World) -> Act:
    change_duties(by=BY, membership_id=member("midwife"), duties=[Duty.SAFEGUARDING_LEAD])
    concern_id = _concern(world)
    return lambda: move_concern(by=at_work("midwife"), concern_id=concern_id, to=ConcernState.RECEIVED)


def _out() -> LoneVisitId:
    return set_out(
        by=at_work("midwife"),
        where="Mill Lane",
        back_at=clock.now() + timedelta(hours=1),
        buddy=member("health-visitor"),
        request_key=new_uuid(),
    )


def _back(_world: World) -> Act:
    lone_visit_id = _out()
    return lambda: come_back(by=at_work("midwife"), lone_visit_id=lone_visit_id)


def _precautions(world: World) -> None:
    note_precautions(
        by=at_work("midwife"),
        family_id=world.families["own"].id,
        precautions=frozenset({Precaution.IN_PAIRS}),
        reason=SafetyReason.ANIMAL,
        review_on=clock.today() + timedelta(days=30),
    )


def _no_precautions(world: World) -> Act:
    _precautions(world)
    return lambda: end_precautions(by=at_work("midwife"), family_id=world.families["own"].id)


CONTACT_ACTS: dict[str, Prepare] = {
    "contacts.record_contact": lambda world: lambda: _contact(world),
    "contacts.correct_contact": _correction,
    "families.answer_interpreter_need": lambda world: (
        lambda: answer_interpreter_need(
            by=at_work("midwife"), family_id=world.families["own"].id, need=InterpreterNeed.YES
        )
    ),
    "tasks.tell_of_late_steps": lambda _: lambda: tell_of_late_steps(by=BY),
    "tasks.escalate_notices_of_leavers": lambda _: lambda: escalate_notices_of_leavers(by=BY),
    "tasks.close_steps_for_bereavement": _bereaved_steps,
    "tasks.end_steps_without_consent": _steps_without_consent,
    "safeguarding.raise_concern": lambda world: lambda: _concern(world),
    "safeguarding.move_concern": _moved_concern,
    "safeguarding.set_out": lambda _: _out,
    "safeguarding.come_back": _back,
    "safeguarding.alert_of_overdue_visits": lambda _: lambda: alert_of_overdue_visits(by=BY),
    "safeguarding.note_precautions": lambda world: lambda: _precautions(world),
    "safeguarding.end_precautions": _no_precautions,
    "tasks.add_next_step": lambda world: lambda: _step(world),
    "tasks.finish_step": _step_act(lambda step_id: finish_step(by=at_work("midwife"), step_id=step_id)),
    "tasks.drop_step": _step_act(
        lambda step_id: drop_step(by=at_work("midwife"), step_id=step_id, reason=DropReason.NOT_WANTED)
    ),
    "tasks.hand_on_step": _step_act(
        lambda step_id: hand_on_step(by=at_work("midwife"), step_id=step_id, to=member("health-visitor"))
    ),
    "tasks.tell_of_broken_audit": lambda _: lambda: tell_of_broken_audit(AuditBroken(clock.today(), 1)),
    "tasks.raise_notice": lambda world: lambda: _notice(world),
    "tasks.mark_notice_seen": _notice_seen,
}
