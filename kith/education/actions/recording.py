"""Training that a person has had elsewhere, or before Kith came, noted with its day and who gave it."""

from dataclasses import dataclass
from datetime import date

from kith.education.actions.qualifying import qualify
from kith.education.models.sessions import TrainingAttendance, TrainingSession
from kith.education.rules.codes import AttendanceId, Presence
from kith.education.rules.proof import Proof
from kith.education.rules.sessions import may_note_past
from kith.kernel import clock
from kith.kernel.ids import MembershipId, new_uuid
from kith.kernel.training import Training
from kith.organisations.queries.people import membership_card
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@dataclass(frozen=True)
class Attended:
    """Which person attended what on which day, and who gave it."""

    membership_id: MembershipId
    training: Training
    on: date
    provider: str


@action
def note_training(*, by: Actor, attended: Attended) -> AttendanceId:
    """Note that a person attended a training that no session of the place stands for; noted twice it is noted once."""
    access.require(by, Permission.MANAGE_EDUCATION)
    if membership_card(attended.membership_id) is None:
        raise NotFound("membership")
    if refusal := may_note_past(attended.on, today=clock.today(), provider=attended.provider):
        raise refusal
    of = {"training": attended.training, "held_on": attended.on, "provider": attended.provider.strip()}
    session = TrainingSession.objects.not_called_off().filter(place="", **of).order_by("pk").first()
    session = session or TrainingSession.objects.create(request_key=new_uuid(), planned_by_id=by.membership_id, **of)
    row, is_new = TrainingAttendance.objects.get_or_create(
        session=session,
        membership_id=attended.membership_id,
        defaults={"presence": Presence.ATTENDED, "noted_by_id": by.membership_id, "noted_at": clock.now()},
    )
    if not is_new and row.presence != Presence.ATTENDED:
        row.presence, row.noted_by_id, row.noted_at, is_new = Presence.ATTENDED, by.membership_id, clock.now(), True
        row.save(update_fields=["presence", "noted_by", "noted_at"])
    if is_new:
        audit.record(by, "education.training_noted", row, training=attended.training)
        qualify(by, attended.membership_id, attended.training, Proof(row.pk, attended.on))
    return AttendanceId(row.pk)
