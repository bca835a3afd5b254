"""Training sessions of the place: planned, called off, and their register."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.education.actions.qualifying import qualify, take_back
from kith.education.models.qualifications import Qualification
from kith.education.models.sessions import TrainingAttendance, TrainingSession
from kith.education.rules.codes import Presence, TakenBack, TrainingSessionId
from kith.education.rules.proof import Proof
from kith.education.rules.sessions import may_call_off, may_note, may_plan
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.kernel.training import Training
from kith.organisations.queries.people import is_working, membership_cards
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@dataclass(frozen=True)
class NewSession:
    """What is taught, on which day, where, and who gives it."""

    training: Training
    held_on: date
    place: str
    provider: str


@action
def plan_training(*, by: Actor, new: NewSession, request_key: UUID) -> TrainingSessionId:
    """Plan a training session; the same request key never plans two."""
    access.require(by, Permission.MANAGE_EDUCATION)
    if before := TrainingSession.objects.filter(request_key=request_key).first():
        return TrainingSessionId(before.pk)
    if refusal := may_plan(new.held_on, today=clock.today()):
        raise refusal
    row = TrainingSession.objects.create(
        training=new.training,
        held_on=new.held_on,
        place=new.place.strip(),
        provider=new.provider.strip(),
        planned_by_id=by.membership_id,
        request_key=request_key,
    )
    audit.record(by, "education.training_planned", row, training=new.training)
    return TrainingSessionId(row.pk)


@action
def call_off_training(*, by: Actor, session_id: TrainingSessionId) -> None:
    """Say that a session does not take place; called off twice it is called off once."""
    row = _locked(by, session_id)
    attended = row.attendance.filter(presence=Presence.ATTENDED).count()
    if refusal := may_call_off(is_off=row.called_off_on is not None, attended=attended):
        raise refusal
    if row.called_off_on is None:
        row.called_off_on = clock.today()
        row.save(update_fields=["called_off_on"])
        audit.record(by, "education.training_called_off", row)


@action
def expect_people(*, by: Actor, session_id: TrainingSessionId, membership_ids: Collection[MembershipId]) -> int:
    """Put people on the register of a session; who stands there stays. Returns how many are new."""
    row = _locked(by, session_id)
    if row.called_off_on is not None:
        raise Refusal("training_session_off")
    if any(not is_working(each) for each in membership_ids):
        raise NotFound("membership")
    there = dict(row.attendance.values_list("membership_id", "presence"))
    again = [each for each in membership_ids if there.get(each) == Presence.TAKEN_OFF]
    new = [each for each in membership_cards(membership_ids) if each not in there]
    noted = {"noted_by_id": by.membership_id, "noted_at": clock.now()}
    row.attendance.filter(membership_id__in=again).update(presence=Presence.EXPECTED, **noted)
    TrainingAttendance.objects.bulk_create(TrainingAttendance(session=row, membership_id=each, **noted) for each in new)
    if new or again:
        audit.record(by, "education.people_expected", row, count=len(new) + len(again))
    return len(new) + len(again)


@action
def note_presence(*, by: Actor, session_id: TrainingSessionId, membership_id: MembershipId, presence: Presence) -> None:
    """Note whether a person came; who came is trained where nothing else is asked. Noted twice it is noted once.

    Corrected, the qualification that rested on it counts no more: it was a mistake.
    """
    session = _locked(by, session_id)
    row = session.attendance.filter(membership_id=membership_id).first()
    if row is None:
        raise NotFound("attendance")
    before, is_off = Presence(row.presence), session.called_off_on is not None
    if refusal := may_note(presence, before=before, held_on=session.held_on, today=clock.today(), is_off=is_off):
        raise refusal
    if presence is before:
        return
    for resting in Qualification.objects.filter(attendance=row, taken_back_on=None):
        take_back(by, resting, TakenBack.MISTAKE)
    row.presence, row.noted_by_id, row.noted_at = presence, by.membership_id, clock.now()
    row.save(update_fields=["presence", "noted_by", "noted_at"])
    audit.record(by, "education.presence_noted", row, presence=presence)
    if presence is Presence.ATTENDED:
        qualify(by, membership_id, Training(session.training), Proof(row.pk, session.held_on))


def _locked(by: Actor, session_id: TrainingSessionId) -> TrainingSession:
    access.require(by, Permission.MANAGE_EDUCATION)
    row = TrainingSession.objects.locked(session_id)
    if row is None:
        raise NotFound("training session")
    return row
