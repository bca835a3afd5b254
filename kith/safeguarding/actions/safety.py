"""A visit alone from setting out to being back, and what to mind before a visit."""

from datetime import date, datetime, timedelta
from uuid import UUID

from kith.families.actions.locking import lock_family
from kith.kernel import clock
from kith.kernel.ids import FamilyId, LoneVisitId, MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import colleagues_of, membership_cards, whom_to_tell
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.safeguarding.models.safety import LoneVisit, SafetyNote
from kith.safeguarding.rules.notices import NoticeKind
from kith.safeguarding.rules.safety import Precaution, SafetyReason, may_note_precautions, may_set_out
from kith.safeguarding.settings import MANAGER_AFTER_MINUTES
from kith.tasks.actions.notices import raise_notice


@action
def set_out(*, by: Actor, where: str, back_at: datetime, buddy: MembershipId, request_key: UUID) -> LoneVisitId:
    """Note that a worker goes somewhere alone, one place at a time; the same request key never makes two."""
    access.require(by, Permission.RECORD_CONTACT)
    if by.membership_id is None:
        raise Refusal("contact_needs_a_membership")
    if before := LoneVisit.objects.filter(request_key=request_key).first():
        return LoneVisitId(before.pk)
    (organisation_id,) = by.organisation_ids
    colleagues = {card.id for card in colleagues_of(organisation_id)} - {by.membership_id}
    refusal = may_set_out(where, back_at=back_at, now=clock.now(), buddy_works=buddy in colleagues)
    if refusal:
        raise refusal
    if LoneVisit.objects.out().filter(membership_id=by.membership_id).exists():
        raise Refusal("still_out")
    row = LoneVisit.objects.create(
        membership_id=by.membership_id,
        buddy_id=buddy,
        where=where.strip(),
        began_at=clock.now(),
        expected_at=back_at,
        request_key=request_key,
    )
    audit.record(by, "safeguarding.set_out", row)
    return LoneVisitId(row.pk)


@action
def come_back(*, by: Actor, lone_visit_id: LoneVisitId) -> datetime:
    """Note that a worker is back, said by them or by the colleague to be alerted; said twice is said once.

    Gives back since when.
    """
    row = access.visible(by, LoneVisit.objects.select_for_update(of=("self",))).filter(pk=lone_visit_id).first()
    if row is None:
        raise NotFound("lone visit")
    if row.back_at is None:
        row.back_at = clock.now()
        row.save(update_fields=["back_at"])
        audit.record(by, "safeguarding.came_back", row)
    return row.back_at


@action
def go_on_with_visit(*, by: Actor, lone_visit_id: LoneVisitId, back_at: str) -> None:
    """Look out again for a worker who was noted as back at this instant; raises Refusal where they set out since."""
    row = access.visible(by, LoneVisit.objects.select_for_update(of=("self",))).filter(pk=lone_visit_id).first()
    if row is None:
        raise NotFound("lone visit")
    if row.back_at is None:
        return
    is_out = LoneVisit.objects.out().filter(membership_id=row.membership_id).exists()
    if row.back_at.isoformat() != back_at or is_out:
        raise Refusal("changed_since")
    row.back_at = None
    row.save(update_fields=["back_at"])
    audit.record(by, "safeguarding.went_on", row)


@action
def alert_of_overdue_visits(*, by: Actor) -> int:
    """Alert the named colleague of each worker not back, half an hour later the managers too; safe to repeat."""
    access.require(by, Permission.ADMINISTER)
    now = clock.now()
    rows = list(LoneVisit.objects.out().filter(expected_at__lt=now).select_for_update(skip_locked=True, of=("self",)))
    people = membership_cards(MembershipId(row.membership_id) for row in rows)
    for row in rows:
        told = [MembershipId(row.buddy_id)]
        if row.expected_at + timedelta(minutes=MANAGER_AFTER_MINUTES.now) < now:
            away = people[MembershipId(row.membership_id)]
            told += [card.id for card in whom_to_tell(away.organisation.id)]
        for person in dict.fromkeys(told):
            raise_notice(
                by=by,
                kind=NoticeKind.NOT_BACK,
                to=person,
                facts={"lone_visit_id": row.pk, "membership_id": row.membership_id},
                dedupe_key=f"not-back-{row.pk}-{person}",
            )
    audit.record(by, "safeguarding.visits_watched", LoneVisit(), count=len(rows))
    return len(rows)


@action
def note_precautions(
    *, by: Actor, family_id: FamilyId, precautions: frozenset[Precaution], reason: SafetyReason, review_on: date
) -> None:
    """Write down what to mind before a visit; what was noted before is ended, the same again changes nothing."""
    access.require(by, Permission.RECORD_CONTACT, family_id=family_id)
    lock_family(family_id)
    if refusal := may_note_precautions(precautions, review_on=review_on, today=clock.today()):
        raise refusal
    if by.membership_id is None:
        raise Refusal("contact_needs_a_membership")
    now = SafetyNote.objects.filter(family_id=family_id, ended_at__isnull=True).first()
    if now and (frozenset(now.precautions), now.reason, now.review_on) == (precautions, reason, review_on):
        return
    _end(by, now)
    row = SafetyNote.objects.create(
        family_id=family_id,
        precautions=sorted(precautions),
        reason=reason,
        review_on=review_on,
        written_by_id=by.membership_id,
        written_at=clock.now(),
    )
    audit.record(by, "safeguarding.precautions_noted", row)


@action
def end_precautions(*, by: Actor, family_id: FamilyId) -> None:
    """Nothing is to be minded any more; ended twice is ended once."""
    access.require(by, Permission.RECORD_CONTACT, family_id=family_id)
    lock_family(family_id)
    _end(by, SafetyNote.objects.filter(family_id=family_id, ended_at__isnull=True).first())


def _end(by: Actor, row: SafetyNote | None) -> None:
    if row:
        row.ended_at, row.ended_by_id = clock.now(), by.membership_id
        row.save(update_fields=["ended_at", "ended_by"])
        audit.record(by, "safeguarding.precautions_ended", row)
