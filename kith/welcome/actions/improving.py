"""What is to be put right at a venue: a worker's, by a day, until it is done or they say why it cannot be."""

from datetime import date, timedelta
from uuid import UUID

from kith.kernel import clock
from kith.kernel.ids import MembershipId, OrganisationId, VenueId
from kith.kernel.refusal import Refusal
from kith.organisations.events import MembershipEnded
from kith.organisations.queries.people import colleagues_of, is_working, membership_card, people_who, whom_to_tell
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice
from kith.welcome.actions.keeping import own_venue
from kith.welcome.models.improvements import Improvement
from kith.welcome.models.profiles import VenueVisit
from kith.welcome.rules.codes import ImprovementEnd, ImprovementId
from kith.welcome.rules.notices import NoticeKind
from kith.welcome.rules.visits import may_add_improvement
from kith.welcome.settings import MEND_DAYS

LEAVING = system_actor("welcome.leaving")


@action
def add_improvement(
    *, by: Actor, venue_id: VenueId, what: str, due_on: date, owner: MembershipId, request_key: UUID
) -> ImprovementId:
    """Put something on the list of a colleague by a day; the same request key never makes two."""
    organisation_id = own_venue(by, venue_id).organisation_id
    if before := Improvement.objects.filter(request_key=request_key, venue_id=venue_id).first():
        return ImprovementId(before.pk)
    works = _works_there(owner, organisation_id)
    if refusal := may_add_improvement(what, due_on=due_on, today=clock.today(), owner_works=works):
        raise refusal
    row = Improvement.objects.create(
        venue_id=venue_id,
        organisation_id=organisation_id,
        what=what.strip(),
        owner_id=owner,
        due_on=due_on,
        request_key=request_key,
        added_at=clock.now(),
        added_by_id=by.membership_id,
    )
    _note(by, row)
    return ImprovementId(row.pk)


def add_found(by: Actor, visit: VenueVisit, criterion: str, line: str) -> None:
    """Put what a visitor found lacking on the list of who asked for the visit, or of who answers there instead."""
    asker = MembershipId(visit.asked_by_id) if visit.asked_by_id else None
    owner = asker if asker and is_working(asker) else _successor(OrganisationId(visit.organisation_id))
    if owner is None:
        return
    row = Improvement.objects.create(
        venue_id=visit.venue_id,
        organisation_id=visit.organisation_id,
        visit=visit,
        criterion=criterion,
        what=line,
        language=visit.language or "en",
        owner_id=owner,
        due_on=clock.today() + timedelta(days=MEND_DAYS.now),
        added_at=clock.now(),
        added_by_id=by.membership_id,
    )
    _note(by, row)


@action
def end_improvement(*, by: Actor, improvement_id: ImprovementId, how: ImprovementEnd, outcome: str = "") -> None:
    """Note that it is put right, or why it cannot be; ended twice alike it is ended once."""
    row = _held(by, improvement_id)
    if row.ended_as == how:
        return
    if row.ended_at is not None:
        raise Refusal("improvement_is_over")
    if how is ImprovementEnd.CANNOT and not outcome.strip():
        raise Refusal("improvement_says_not_why")
    row.ended_at, row.ended_as, row.ended_by_id = clock.now(), how, by.membership_id
    row.outcome = outcome.strip()
    row.save(update_fields=["ended_at", "ended_as", "ended_by", "outcome"])
    audit.record(by, f"welcome.improvement_{how.value}", row)


@action
def reopen_improvement(*, by: Actor, improvement_id: ImprovementId, ended_at: str) -> None:
    """Have what its actor ended at this instant be to do again; Refusal where more has happened since."""
    row = _held(by, improvement_id)
    if row.ended_at is None:
        return
    if row.ended_by_id != by.membership_id or row.ended_at.isoformat() != ended_at:
        raise Refusal("changed_since")
    row.ended_at, row.ended_as, row.ended_by_id, row.outcome = None, "", None, ""
    if not is_working(MembershipId(row.owner_id)):
        row.owner_id = _successor(OrganisationId(row.organisation_id)) or MembershipId(row.owner_id)
    row.save(update_fields=["ended_at", "ended_as", "ended_by", "outcome", "owner"])
    audit.record(by, "welcome.improvement_reopened", row)


@action
def hand_on_improvement(*, by: Actor, improvement_id: ImprovementId, to: MembershipId) -> None:
    """Let a colleague put it right from now on, and notify them; the day stays."""
    row = _held(by, improvement_id)
    if row.ended_at is not None:
        raise Refusal("improvement_is_over")
    if not _works_there(to, OrganisationId(row.organisation_id)):
        raise Refusal("improvement_owner_has_left")
    _give(by, row, to)


@action
def pass_on_improvements(event: MembershipEnded) -> None:
    """Give what a leaver was to put right to who answers there. Safe to run twice; a last day put off is none."""
    leaver = membership_card(event.membership_id)
    if leaver is None or leaver.left_on(clock.today()) is None:
        return
    for row in Improvement.objects.open().owned_by(leaver.id).select_for_update(of=("self",)):
        if to := _successor(OrganisationId(row.organisation_id), but=leaver.id):
            _give(LEAVING, row, to)


def _held(by: Actor, improvement_id: ImprovementId) -> Improvement:
    """The improvement behind its lock; NotFound beyond the actor's own organisation."""
    rows = access.visible(by, Improvement.objects.select_for_update(of=("self",)))
    row = rows.filter(pk=improvement_id).first()
    if row is None:
        raise NotFound("improvement")
    return row


def _give(by: Actor, row: Improvement, to: MembershipId) -> None:
    if row.owner_id == to:
        return
    before, row.owner_id = row.owner_id, to
    row.save(update_fields=["owner"])
    audit.record(by, "welcome.improvement_handed_on", row, before=before, owner=to)
    _tell_owner(by, row)


def _note(by: Actor, row: Improvement) -> None:
    audit.record(by, "welcome.improvement_added", row, owner=row.owner_id)
    _tell_owner(by, row)


def _tell_owner(by: Actor, row: Improvement) -> None:
    if row.owner_id == by.membership_id:
        return
    raise_notice(
        by=by,
        kind=NoticeKind.IMPROVEMENT_GIVEN,
        to=MembershipId(row.owner_id),
        facts={"improvement_id": row.pk},
        dedupe_key=f"improvement-{row.pk}-{row.owner_id}",
    )


def _works_there(owner: MembershipId, organisation_id: OrganisationId) -> bool:
    return any(each.id == owner for each in colleagues_of(organisation_id))


def _successor(organisation_id: OrganisationId, *, but: MembershipId | None = None) -> MembershipId | None:
    """Who keeps the venue's listing today, else who is told there of what is late, else who keeps any listing."""
    groups = (
        people_who(Permission.MANAGE_DIRECTORY, organisation_ids=[organisation_id]),
        whom_to_tell(organisation_id),
        people_who(Permission.MANAGE_DIRECTORY),
    )
    return next((each.id for group in groups for each in group if each.id != but), None)
