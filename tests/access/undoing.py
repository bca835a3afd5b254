"""The actions that undo, and what becomes of signs; each prepared first, done once."""

from collections.abc import Callable
from datetime import timedelta

from kith.caseloads.actions.leading import give_lead_back, take_lead
from kith.caseloads.actions.signs import keep_signs_without_consent, tell_of_answered_sign
from kith.families.events import ConsentWithdrawn
from kith.families.rules.codes import Purpose
from kith.groups.actions.deaths import tell_of_death
from kith.groups.tests.world import an_order, book
from kith.kernel import clock
from kith.kernel.ids import LoneVisitId, NextStepId, NoticeId, new_uuid
from kith.safeguarding.actions.safety import come_back, go_on_with_visit, set_out
from kith.tasks.actions.next_steps import add_next_step, finish_step, reopen_step
from kith.tasks.actions.notices import mark_notice_seen, raise_notice, show_notice_again
from kith.tasks.events import SignAnswered
from kith.tasks.queries.next_steps import step_page
from kith.tasks.rules.next_steps import StepKind
from kith.tasks.rules.notices import NoticeKind
from kith.undoing.actions import undo
from kith.undoing.offering import offer_undo
from tests.access.consent import take_all_back
from tests.access.contact_acts import at_work, member
from tests.access.world import BY, World

Act = Callable[[], object]


def _notice() -> NoticeId:
    kind, key = NoticeKind.STEP_LATE, str(new_uuid())
    notice_id = raise_notice(by=BY, kind=kind, to=member("midwife"), dedupe_key=key)
    mark_notice_seen(by=at_work("midwife"), notice_id=notice_id)
    return notice_id


def _shown_again(_world: World) -> Act:
    notice_id = _notice()
    return lambda: show_notice_again(by=at_work("midwife"), notice_id=notice_id)


def _undone(_world: World) -> Act:
    token = offer_undo(at_work("midwife"), "tasks.notice_seen", notice_id=_notice())
    return lambda: undo(by=at_work("midwife"), token=token)


def _reopened(world: World) -> Act:
    me, family_id = at_work("midwife"), world.families["own"].id
    step_id = add_next_step(by=me, family_id=family_id, what="Call", due_on=clock.today(), owner=member("midwife"))
    finish_step(by=me, step_id=step_id)
    ended_at = step_page(me, step_id).step.ended_at
    assert ended_at is not None
    return lambda: reopen_step(by=me, step_id=step_id, ended_at=ended_at.isoformat())


def _lead_given_back(world: World) -> Act:
    lead_id = take_lead(by=at_work("midwife"), family_id=world.families["own"].id)
    return lambda: give_lead_back(by=at_work("midwife"), lead_id=lead_id)


def _went_on(_world: World) -> Act:
    me, back_at = at_work("midwife"), clock.now() + timedelta(hours=1)
    visit_id: LoneVisitId = set_out(
        by=me, where="Bletchley", back_at=back_at, buddy=member("health-visitor"), request_key=new_uuid()
    )
    came_back_at = come_back(by=me, lone_visit_id=visit_id)
    return lambda: go_on_with_visit(by=me, lone_visit_id=visit_id, back_at=came_back_at.isoformat())


def _sign(world: World) -> NextStepId:
    """A sign about the baby that is the midwife's to look at."""
    own = world.families["own"]
    return add_next_step(
        by=BY,
        family_id=own.id,
        what="Look at the weight",
        due_on=clock.today(),
        owner=member("midwife"),
        kind=StepKind.SIGN,
        baby_id=own.babies[0].id,
    )


def _kept(world: World) -> Act:
    own = world.families["own"]
    _sign(world)
    take_all_back(own)
    event = ConsentWithdrawn(own.id, own.consents[0].organisation_id, Purpose.CARE, own.consents[0].id)
    return lambda: keep_signs_without_consent(event)


def _told(world: World) -> Act:
    family_id = world.families["own"].id
    take_lead(by=at_work("health-visitor"), family_id=family_id)
    step_id = _sign(world)
    return lambda: tell_of_answered_sign(SignAnswered(family_id, step_id, member("midwife")))


def _death_heard(world: World) -> Act:
    session_id = world.session_ids["own"]
    booking_id = book(an_order(session_id)).booking_id
    return lambda: tell_of_death(by=at_work("coordinator"), session_id=session_id, booking_id=booking_id)


UNDOING_ACTS: dict[str, Callable[[World], Act]] = {
    "undoing.undo": _undone,
    "tasks.reopen_step": _reopened,
    "tasks.show_notice_again": _shown_again,
    "caseloads.give_lead_back": _lead_given_back,
    "caseloads.keep_signs_without_consent": _kept,
    "caseloads.tell_of_answered_sign": _told,
    "groups.tell_of_death": _death_heard,
    "safeguarding.go_on_with_visit": _went_on,
}
