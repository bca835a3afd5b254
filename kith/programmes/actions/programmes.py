"""Outreach programmes: founding one, naming its workers, and standing beside families with their consent."""

from collections.abc import Iterable

from django.db.models import Q

from kith.caseloads.actions.introducing import tell_parent
from kith.caseloads.queries.leading import lead_and_deputy
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
from kith.programmes.rules.notices import NoticeKind
from kith.programmes.rules.programmes import Communities, check_programme, is_under_way, may_enrol
from kith.tasks.actions.notices import known_as, raise_notice


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
    """Note that the programme no longer stands beside the family, and why (a code); ended twice it was once.

    The worker, the family's lead and the mother are told.
    """
    row = Enrolment.objects.filter(pk=enrolment_id).first()
    if row is None:
        raise NotFound("enrolment")
    access.require(by, Permission.LEAD_FAMILY, family_id=FamilyId(row.family_id))
    lock_family(FamilyId(row.family_id))
    row.refresh_from_db()
    if row.ended_at is not None:
        return
    _end(by, row, why)
    family_id, worker = FamilyId(row.family_id), MembershipId(row.membership_id)
    for person in dict.fromkeys([worker, *lead_and_deputy(family_id)]):
        if person != by.membership_id:
            _tell(by, row, NoticeKind.PROGRAMME_ENDED, person, from_membership_id=by.membership_id)
    name, card = Programme.objects.get(pk=row.programme_id).name, membership_card(worker)
    tell_parent(
        "programme_ended", family_id, f"programme-ended:{row.pk}", programme=name, name=card.name if card else ""
    )


@action
def end_enrolments_without_consent(event: ConsentWithdrawn) -> None:
    """End what the family's consent no longer carries; safe to run twice."""
    lock_family(event.family_id)
    for row in Enrolment.objects.current().filter(family_id=event.family_id).select_related("programme"):
        if not may_organisation_open(OrganisationId(row.programme.organisation_id), event.family_id):
            _end(system_actor("programmes"), row, "consent_withdrawn")
            known = known_as(event.family_id)
            worker = MembershipId(row.membership_id)
            _tell(system_actor("programmes"), row, NoticeKind.PROGRAMME_CLOSED, worker, known_as=known)


def _end(by: Actor, row: Enrolment, why: str) -> None:
    row.ended_at, row.why_ended = clock.now(), why
    row.save(update_fields=["ended_at", "why_ended"])
    audit.record(by, "programmes.enrolment_ended", row, family_id=FamilyId(row.family_id), why=why)


def _tell(by: Actor, row: Enrolment, kind: NoticeKind, to: MembershipId, **facts: object) -> None:
    family_id, key = FamilyId(row.family_id), f"{kind}-{row.pk}-{to}"
    raise_notice(by=by, kind=kind, to=to, family_id=family_id, facts=facts, dedupe_key=key)


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
