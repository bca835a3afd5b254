"""Handovers: the one on the page, and those that wait for the viewer."""

from dataclasses import dataclass
from datetime import datetime

from kith.caseloads.models.handover import Handover
from kith.caseloads.rules import handover
from kith.caseloads.rules.handover import HandoverReason, HandoverStep
from kith.families.queries.bereavement import is_bereaved
from kith.families.queries.cards import Contact, FamilyCard, contact_of, family_cards
from kith.kernel.ids import FamilyId, HandoverId, MembershipId, TeamId
from kith.organisations.queries.people import MembershipCard, membership_cards, team_names
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import PreparedFor


@dataclass(frozen=True)
class StepRow:
    """A step that was taken."""

    step: HandoverStep
    at: datetime
    by: MembershipCard | None
    why: str


@dataclass(frozen=True)
class HandoverRow:
    """A handover in a list: which family, from which worker, to which colleague or team, and why."""

    id: HandoverId
    family: FamilyCard
    before: MembershipCard | None
    to: MembershipCard | None
    to_team: str
    accepted_by: MembershipCard | None
    reason: HandoverReason
    opened_at: datetime
    is_open: bool


@dataclass(frozen=True)
class HandoverPage:
    """A handover opened: its way so far, and what the viewer may do now."""

    row: HandoverRow
    steps: tuple[StepRow, ...]
    contact: Contact | None
    may_answer: bool
    may_introduce: bool
    may_withdraw: bool


def handover_page(viewer: Viewer, handover_id: HandoverId) -> HandoverPage:
    """The handover; NotFound unless the viewer may open the family's record. Logged as a read."""
    row = Handover.objects.filter(pk=handover_id).prefetch_related("states").first()
    if row is None:
        raise NotFound("handover")
    family_id = FamilyId(row.family_id)
    access.require(viewer, Permission.LEAD_FAMILY, family_id=family_id)
    audit.read(viewer, "caseloads.handover_opened", "caseloads.Handover", handover_id, family_id=family_id)
    states = sorted(row.states.all(), key=lambda each: each.pk)
    people = membership_cards(MembershipId(each.membership_id) for each in states if each.membership_id)
    me = viewer.membership_id
    facts = row.facts()
    is_hers = me is not None and me in (row.from_membership_id, states[0].membership_id)
    return HandoverPage(
        row=_rows(viewer, [row])[0],
        steps=tuple(
            StepRow(each.step, each.at, people.get(MembershipId(each.membership_id or 0)), each.why) for each in states
        ),
        contact=None if is_bereaved(family_id) else contact_of(viewer, family_id),
        may_answer=handover.may_answer(facts, by=me, teams=viewer.team_ids) is None,
        may_introduce=handover.may_introduce(facts, by=me) is None,
        may_withdraw=row.closed_at is None and (is_hers or Permission.MANAGE_CASELOADS in viewer.permissions),
    )


def handovers_waiting(viewer: Viewer) -> list[HandoverRow]:
    """What waits for the viewer: to be accepted, or accepted and still to be introduced; the longest first."""
    rows = Handover.objects.open().for_person(viewer.membership_id, viewer.team_ids).order_by("opened_at", "pk")
    return _rows(viewer, list(rows))


def _rows(viewer: Viewer, rows: list[Handover]) -> list[HandoverRow]:
    if not rows:
        return []
    families = family_cards(viewer, [FamilyId(row.family_id) for row in rows])
    parts = {part for row in rows for part in (row.from_membership_id, row.to_membership_id, row.accepted_by_id)}
    people = membership_cards(MembershipId(each) for each in parts if each)
    teams = team_names(TeamId(row.to_team_id) for row in rows if row.to_team_id)
    return [
        HandoverRow(
            id=HandoverId(row.pk),
            family=families[FamilyId(row.family_id)],
            before=people.get(MembershipId(row.from_membership_id or 0)),
            to=people.get(MembershipId(row.to_membership_id or 0)),
            to_team=teams.get(TeamId(row.to_team_id or 0), ""),
            accepted_by=people.get(MembershipId(row.accepted_by_id or 0)),
            reason=row.reason,
            opened_at=row.opened_at,
            is_open=row.closed_at is None,
        )
        for row in rows
        if FamilyId(row.family_id) in families
    ]


@dataclass(frozen=True)
class HandoverWaiting:
    """A handover that waits for the viewer, in a list of her day."""

    id: HandoverId
    family_id: FamilyId
    is_accepted: bool


def handovers_of_the_day(viewer: Viewer) -> list[HandoverWaiting]:
    """What waits for the viewer to answer or to introduce, the longest first; one question to the database."""
    return [
        HandoverWaiting(HandoverId(pk), FamilyId(family_id), by is not None)
        for pk, family_id, by in _OF_THE_DAY(viewer)
    ]


_OF_THE_DAY = PreparedFor(
    lambda viewer: (
        Handover.objects.open()
        .for_person(viewer.membership_id, viewer.team_ids)
        .order_by("opened_at", "pk")
        .values_list("pk", "family_id", "accepted_by_id")
    )
)
