"""Outreach programmes: founding one, naming its workers, and standing beside families with their consent."""

from collections.abc import Iterable

from django.db.models import Q

from kith.families.actions.locking import lock_family
from kith.families.events import ConsentWithdrawn
from kith.families.queries.reach import may_organisation_open
from kith.families.queries.stages import stages
from kith.kernel import clock
from kith.kernel.ids import EnrolmentId, FamilyId, MembershipId, OrganisationId, ProgrammeId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import is_working, membership_card
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.programmes.models.programmes import Enrolment, Programme, ProgrammeWorker
from kith.programmes.rules.programmes import Communities, check_programme, is_under_way, may_enrol


@action
def found_programme(
    *,
    by: Actor,
    organisation_id: OrganisationId,
    name: str,
    communities: Communities,
    before_birth: bool = True,
    after_birth: bool = True,
) -> ProgrammeId:
    """Begin a programme for communities that services reach least; the same name in one organisation is one."""
    access.require(by, Permission.MANAGE_PROGRAMMES)
    _must_be_ours(by, organisation_id)
    refusal = check_programme(name, communities, before_birth=before_birth, after_birth=after_birth)
    if refusal:
        raise refusal
    row, is_new = Programme.objects.get_or_create(
        organisation_id=organisation_id,
        name=name.strip(),
        defaults={
            "ethnicities": list(communities.ethnicities),
            "languages": list(communities.languages),
            "wards": list(communities.wards),
            "before_birth": before_birth,
            "after_birth": after_birth,
            "began_on": clock.today(),
        },
    )
    if is_new:
        audit.record(by, "programmes.programme_founded", row, organisation_id=organisation_id)
    return ProgrammeId(row.pk)


@action
def name_workers(*, by: Actor, programme_id: ProgrammeId, membership_ids: Iterable[MembershipId]) -> None:
    """Say who works in the programme from today on: exactly these people, all of its organisation."""
    access.require(by, Permission.MANAGE_PROGRAMMES)
    row = _locked(by, programme_id)
    wanted = set(membership_ids)
    if not all(_may_work_in(row, each) for each in wanted):
        raise Refusal("not_of_this_organisation")
    current = ProgrammeWorker.objects.current().filter(programme=row)
    there = {MembershipId(each) for each in current.values_list("membership_id", flat=True)}
    if busy := set(Enrolment.objects.current().filter(programme=row, membership_id__in=there - wanted)):
        raise Refusal("worker_has_families", count=len(busy))
    current.filter(membership_id__in=there - wanted).update(until_on=clock.today())
    for each in sorted(wanted - there):
        ProgrammeWorker.objects.create(programme=row, membership_id=each, from_on=clock.today())
    if wanted != there:
        audit.record(by, "programmes.programme_workers_named", row, membership_ids=sorted(wanted))


@action
def enrol_family(*, by: Actor, programme_id: ProgrammeId, family_id: FamilyId, language: str) -> EnrolmentId:
    """Let the actor stand beside the family for the programme, as the family agreed in this language; twice is once."""
    access.require(by, Permission.LEAD_FAMILY, family_id=family_id)
    lock_family(family_id)
    row = Programme.objects.filter(pk=programme_id).first()
    if row is None or by.membership_id is None:
        raise NotFound("programme")
    if before := Enrolment.objects.current().filter(programme=row, family_id=family_id).first():
        return EnrolmentId(before.pk)
    stage = stages(by, where=Q(pk=family_id))[0]
    refusal = may_enrol(
        is_over=not is_under_way(began_on=row.began_on, ended_on=row.ended_on, today=clock.today()),
        may_open=may_organisation_open(OrganisationId(row.organisation_id), family_id),
        works_in_it=row.workers.filter(membership_id=by.membership_id, until_on__isnull=True).exists(),
        is_expecting=stage.is_expecting,
        has_baby=stage.youngest_born_on is not None,
        before=row.before_birth,
        after=row.after_birth,
    )
    if refusal:
        raise refusal
    enrolment = Enrolment.objects.create(
        programme=row,
        family_id=family_id,
        membership_id=by.membership_id,
        language=language,
        enrolled_at=clock.now(),
    )
    audit.record(by, "programmes.family_enrolled", enrolment, family_id=family_id, programme_id=programme_id)
    return EnrolmentId(enrolment.pk)


@action
def end_enrolment(*, by: Actor, enrolment_id: EnrolmentId, why: str) -> None:
    """Note that the programme no longer stands beside the family, and why (a code); ended twice it was once."""
    row = Enrolment.objects.filter(pk=enrolment_id).first()
    if row is None:
        raise NotFound("enrolment")
    access.require(by, Permission.LEAD_FAMILY, family_id=FamilyId(row.family_id))
    lock_family(FamilyId(row.family_id))
    row.refresh_from_db()
    if row.ended_at is None:
        _end(by, row, why)


@action
def end_enrolments_without_consent(event: ConsentWithdrawn) -> None:
    """End what the family's consent no longer carries; safe to run twice."""
    lock_family(event.family_id)
    for row in Enrolment.objects.current().filter(family_id=event.family_id).select_related("programme"):
        if not may_organisation_open(OrganisationId(row.programme.organisation_id), event.family_id):
            _end(system_actor("programmes"), row, "consent_withdrawn")


def _end(by: Actor, row: Enrolment, why: str) -> None:
    row.ended_at, row.why_ended = clock.now(), why
    row.save(update_fields=["ended_at", "why_ended"])
    audit.record(by, "programmes.enrolment_ended", row, family_id=FamilyId(row.family_id), why=why)


def _locked(by: Actor, programme_id: ProgrammeId) -> Programme:
    row = Programme.objects.select_for_update(no_key=True).filter(pk=programme_id).first()
    if row is None:
        raise NotFound("programme")
    _must_be_ours(by, OrganisationId(row.organisation_id))
    return row


def _must_be_ours(by: Actor, organisation_id: OrganisationId) -> None:
    if by.is_staff and organisation_id not in by.organisation_ids:
        raise NotFound("programme")


def _may_work_in(row: Programme, membership_id: MembershipId) -> bool:
    card = membership_card(membership_id)
    return bool(card and card.organisation.id == row.organisation_id and is_working(membership_id))
