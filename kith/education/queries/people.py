"""One person's training: their own page, and what those who look after it see."""

from dataclasses import dataclass
from datetime import date

from kith.education.models.qualifications import Competence, Qualification
from kith.education.models.sessions import TrainingAttendance
from kith.education.models.statuses import statuses
from kith.education.queries.gaps import seen_organisations
from kith.education.rules.codes import Found, Presence, QualificationId, TakenBack, TrainingSessionId
from kith.education.rules.status import Status, most_pressing
from kith.education.settings import soon
from kith.kernel import clock
from kith.kernel.ids import AccountId, MembershipId
from kith.kernel.training import Training
from kith.organisations.queries.people import MembershipCard, membership_card, membership_cards
from kith.organisations.queries.workforce import Worker, worker
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class QualificationRow:
    """One qualification: in what, from when until when, by which session and which assessor."""

    id: QualificationId
    training: Training
    from_on: date
    until_on: date | None
    provider: str
    assessor: str
    taken_back_on: date | None
    taken_back_why: TakenBack | str

    def counts_on(self, day: date) -> bool:
        """Whether it counts on this day."""
        is_taken_back = self.taken_back_on is not None and self.taken_back_on <= day
        return not is_taken_back and (self.until_on is None or self.until_on >= day)


@dataclass(frozen=True)
class CompetenceRow:
    """What an assessor found."""

    training: Training
    observed_on: date
    found: Found
    note: str
    assessor: str


@dataclass(frozen=True)
class ExpectedRow:
    """A session at which a person is expected."""

    session_id: TrainingSessionId
    training: Training
    held_on: date
    place: str


@dataclass(frozen=True)
class PersonTraining:
    """All that is known of a person's training."""

    card: MembershipCard
    statuses: tuple[Status, ...]
    qualifications: tuple[QualificationRow, ...]
    competences: tuple[CompetenceRow, ...]
    expected: tuple[ExpectedRow, ...]

    def counting(self, day: date) -> tuple[QualificationRow, ...]:
        """The qualifications that count on this day."""
        return tuple(row for row in self.qualifications if row.counts_on(day))


def my_training(viewer: Viewer) -> PersonTraining:
    """The viewer's own training."""
    access.require(viewer, Permission.SEE_OWN_TRAINING)
    found = worker(viewer.membership_id) if viewer.membership_id else None
    if found is None:
        raise NotFound("membership")
    return _training(found)


def training_of(viewer: Viewer, membership_id: MembershipId) -> PersonTraining:
    """A person's training; NotFound unless they work where the viewer looks after it. The reading is noted."""
    seen, found = seen_organisations(viewer), worker(membership_id)
    if found is None or (seen is not None and found.organisation_id not in seen):
        raise NotFound("membership")
    audit.read(viewer, "education.training_read", "organisations.Membership", membership_id)
    return _training(found)


def my_statuses(viewer: Viewer) -> list[Status]:
    """What is missing or ends soon for the viewer, the most pressing first."""
    found = worker(viewer.membership_id) if viewer.membership_id else None
    return _statuses(found) if found else []


def my_sessions(viewer: Viewer) -> tuple[ExpectedRow, ...]:
    """Training sessions to come at which the viewer is expected."""
    return _expected(viewer.account_id) if viewer.account_id else ()


def _statuses(found: Worker) -> list[Status]:
    return sorted((each for _, each in statuses([found], clock.today(), soon())), key=most_pressing)


def _training(found: Worker) -> PersonTraining:
    card = membership_card(found.id)
    assert card is not None
    return PersonTraining(
        card, tuple(_statuses(found)), _qualifications(found), _competences(found), _expected(found.person)
    )


def _qualifications(found: Worker) -> tuple[QualificationRow, ...]:
    rows = list(
        Qualification.objects.filter(membership__account_id=found.person)
        .select_related("attendance__session", "competence")
        .order_by("-from_on", "-pk")
    )
    signers = membership_cards(MembershipId(row.competence.signed_by_id) for row in rows if row.competence)
    return tuple(
        QualificationRow(
            QualificationId(row.pk),
            Training(row.training),
            row.from_on,
            row.until_on,
            row.attendance.session.provider if row.attendance else "",
            signers[MembershipId(row.competence.signed_by_id)].name if row.competence else "",
            row.taken_back_on,
            row.taken_back_why,
        )
        for row in rows
    )


def _competences(found: Worker) -> tuple[CompetenceRow, ...]:
    rows = list(Competence.objects.filter(membership__account_id=found.person).order_by("-observed_on", "-pk"))
    signers = membership_cards(MembershipId(row.signed_by_id) for row in rows)
    return tuple(
        CompetenceRow(
            Training(row.training),
            row.observed_on,
            Found(row.found),
            row.note,
            signers[MembershipId(row.signed_by_id)].name,
        )
        for row in rows
    )


def _expected(person: AccountId) -> tuple[ExpectedRow, ...]:
    rows = TrainingAttendance.objects.filter(
        membership__account_id=person,
        presence=Presence.EXPECTED,
        session__called_off_on=None,
        session__held_on__gte=clock.today(),
    ).select_related("session")
    return tuple(
        ExpectedRow(
            TrainingSessionId(row.session_id), Training(row.session.training), row.session.held_on, row.session.place
        )
        for row in rows.order_by("session__held_on", "session_id")
    )


@dataclass(frozen=True)
class OneQualification:
    """A qualification with the person whose it is."""

    row: QualificationRow
    card: MembershipCard


def qualification_of(viewer: Viewer, qualification_id: QualificationId) -> OneQualification:
    """One qualification that may be taken back; NotFound where it was already."""
    access.require(viewer, Permission.MANAGE_EDUCATION)
    found = Qualification.objects.filter(pk=qualification_id).values_list("membership_id", flat=True).first()
    person = worker(MembershipId(found)) if found else None
    row = next((each for each in _qualifications(person) if each.id == qualification_id), None) if person else None
    if person is None or row is None or row.taken_back_on is not None:
        raise NotFound("qualification")
    return OneQualification(row, membership_cards([person.id])[person.id])
