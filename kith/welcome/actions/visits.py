"""A parent's visit: asked for, told of by her link or at the desk, and published by an editor."""

from collections.abc import Mapping
from uuid import UUID

from kith.kernel import clock
from kith.kernel.ids import MembershipId, VenueId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import is_working
from kith.platform import access, audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.tasks.actions.notices import raise_notice
from kith.welcome.actions.describing import take_up
from kith.welcome.actions.improving import add_found
from kith.welcome.actions.keeping import own_venue
from kith.welcome.models.profiles import VenueVisit
from kith.welcome.rules.codes import VisitId
from kith.welcome.rules.notices import NoticeKind
from kith.welcome.rules.profiles import Profile, Said, lacking
from kith.welcome.rules.visits import LINK_GOOD_FOR, NewVisit, VisitFacts, may_tell, of_day


@action
def ask_for_visit(*, by: Actor, venue_id: VenueId, request_key: UUID) -> VisitId:
    """Make a private link by which a parent says how it is there; the same request key never makes two."""
    return VisitId(_asked(by, venue_id, request_key, by_parent=True).pk)


@action
def tell_of_visit(*, by: Actor, token: str, visit: NewVisit) -> None:
    """Take down what the holder of the link has found; told twice it is told once.

    What she found lacking is on a worker's list at once; what she wrote is published by an editor.
    """
    access.require(by, Permission.ANSWER_BY_LINK)
    row = VenueVisit.objects.select_for_update().filter(token=token).first()
    if row is None:
        raise NotFound("visit")
    if row.told_at is not None:
        return
    if refusal := may_tell(VisitFacts(row.ends_on, is_told=False), visit, today=clock.today()):
        raise refusal
    _take_down(by, row, visit)
    asker = MembershipId(row.asked_by_id) if row.asked_by_id else None
    if asker and is_working(asker):
        raise_notice(
            by=by,
            kind=NoticeKind.VISIT_TOLD,
            to=asker,
            facts={"visit_id": row.pk},
            dedupe_key=f"visit-told-{row.pk}",
        )


@action
def write_down_visit(*, by: Actor, venue_id: VenueId, visit: NewVisit, by_parent: bool, request_key: UUID) -> VisitId:
    """Take down at the desk what a parent says, or what a worker has seen; the same request key never makes two."""
    row = _asked(by, venue_id, request_key, by_parent=by_parent)
    if row.told_at is None:
        if refusal := of_day(visit, today=clock.today()):
            raise refusal
        _take_down(by, row, visit)
    return VisitId(row.pk)


@action
def publish_visit(*, by: Actor, visit_id: VisitId, said: Profile) -> None:
    """Let what was found count, in the words of an editor who has read it; the venue counts as checked on that day."""
    row = VenueVisit.objects.select_for_update().filter(pk=visit_id).first()
    if row is None:
        raise NotFound("visit")
    venue = own_venue(by, VenueId(row.venue_id))
    if row.told_at is None:
        raise Refusal("visit_not_told")
    if row.published_at is not None:
        return
    take_up(by, venue, said, visit_id=visit_id)
    row.published_at, row.published_by_id = clock.now(), by.membership_id
    row.save(update_fields=["published_at", "published_by"])
    audit.record(by, "welcome.visit_published", row)
    freshness.invalidate(Topic.LISTINGS)


def _asked(by: Actor, venue_id: VenueId, request_key: UUID, *, by_parent: bool) -> VenueVisit:
    organisation_id = own_venue(by, venue_id).organisation_id
    if before := VenueVisit.objects.select_for_update().filter(request_key=request_key, venue_id=venue_id).first():
        return before
    row = VenueVisit.objects.create(
        venue_id=venue_id,
        organisation_id=organisation_id,
        request_key=request_key,
        asked_by_id=by.membership_id,
        asked_at=clock.now(),
        ends_on=clock.today() + LINK_GOOD_FOR,
        by_parent=by_parent,
    )
    audit.record(by, "welcome.visit_asked", row)
    return row


def _take_down(by: Actor, row: VenueVisit, visit: NewVisit) -> None:
    row.told_at, row.visited_on, row.language = clock.now(), visit.visited_on, visit.language
    row.findings = {each.value: [said.answer.value, _line(said)] for each, said in visit.said.items()}
    row.words = visit.words.strip()
    row.save(update_fields=["told_at", "visited_on", "language", "findings", "words"])
    audit.record(by, "welcome.visit_told", row)
    lines: Mapping[str, str] = {each.value: _line(visit.said[each]) for each in lacking(visit.said)}
    for criterion, line in lines.items():
        add_found(by, row, criterion, line)


def _line(said: Said) -> str:
    return next(iter(said.line.values()), "").strip()
