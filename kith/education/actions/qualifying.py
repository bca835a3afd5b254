"""A person is trained once what was asked is proved; what was a mistake, or no longer holds, is taken back."""

from kith.education.actions.asking import row_of
from kith.education.models.asked import versions_of
from kith.education.models.qualifications import Competence, Qualification
from kith.education.models.sessions import TrainingAttendance
from kith.education.rules.codes import Found, Presence, QualificationId, TakenBack
from kith.education.rules.proof import Proof, earned
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.training import Training
from kith.organisations.queries.people import memberships_of_person
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


def qualify(by: Actor, membership_id: MembershipId, training: Training, new: Proof) -> QualificationId | None:
    """Write down what this proof earns, with what else is proved and not used yet; None while something is missing."""
    found = earned(new, _unused(membership_id, training), versions_of(training))
    if found is None:
        return None
    row = Qualification.objects.create(
        training=training,
        membership_id=membership_id,
        requirement=row_of(found.version),
        attendance_id=found.attendance,
        competence_id=found.competence,
        from_on=found.from_on,
        until_on=found.until_on,
        noted_at=clock.now(),
    )
    audit.record(by, "education.qualified", row, training=training, membership=membership_id)
    return QualificationId(row.pk)


@action
def take_back_qualification(*, by: Actor, qualification_id: QualificationId, why: TakenBack) -> None:
    """Let a qualification count no more: never at all where it was a mistake, else from today. Twice is once."""
    access.require(by, Permission.MANAGE_EDUCATION)
    row = Qualification.objects.select_for_update().filter(pk=qualification_id).first()
    if row is None:
        raise NotFound("qualification")
    if row.taken_back_on is None:
        take_back(by, row, why)


def take_back(by: Actor, row: Qualification, why: TakenBack) -> None:
    """Write down that it counts no more, and why."""
    row.taken_back_on = row.from_on if why is TakenBack.MISTAKE else max(row.from_on, clock.today())
    row.taken_back_by_id, row.taken_back_why = by.membership_id, why
    row.save(update_fields=["taken_back_on", "taken_back_by", "taken_back_why"])
    audit.record(by, "education.qualification_taken_back", row, why=why)


def _unused(membership_id: MembershipId, training: Training) -> list[Proof]:
    """What this person has proved of the training that no qualification which counts rests on."""
    person = memberships_of_person(membership_id)
    used = Qualification.objects.filter(membership_id__in=person, training=training, taken_back_on=None)
    attended = TrainingAttendance.objects.filter(
        membership_id__in=person, session__training=training, session__called_off_on=None, presence=Presence.ATTENDED
    ).exclude(pk__in=used.filter(attendance__isnull=False).values("attendance_id"))
    competent = Competence.objects.filter(membership_id__in=person, training=training, found=Found.COMPETENT).exclude(
        pk__in=used.filter(competence__isnull=False).values("competence_id")
    )
    proofs = [Proof(pk, on) for pk, on in attended.values_list("pk", "session__held_on")]
    return proofs + [Proof(pk, on, is_competence=True) for pk, on in competent.values_list("pk", "observed_on")]
