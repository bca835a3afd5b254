"""Freezing the papers of a meeting, writing its minutes, and making them public without names."""

from collections.abc import Collection

from kith.alliance.actions.locking import locked_meeting, member
from kith.alliance.models.meetings import AgendaItem, AgreedAction, CarriedAction, Meeting, MeetingAttendance
from kith.alliance.models.points import points_waiting
from kith.alliance.rules.codes import AgendaItemId, AgendaKind, MeetingId, MeetingState, Presence
from kith.alliance.rules.meetings import may_add_point, may_approve, may_move_meeting
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import membership_cards, people_who
from kith.organisations.rules import Role
from kith.platform import audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action

MAY_APPROVE = frozenset({Role.ALLIANCE_CHAIR.value})


@action
def add_point(*, by: Actor, meeting_id: MeetingId, title: str) -> None:
    """Add a point of the members' own to an agenda whose papers are not frozen; added twice it stands once."""
    row = locked_meeting(by, meeting_id)
    if refusal := may_add_point(row.state, title):
        raise refusal
    title = " ".join(title.split())
    if not row.items.filter(title=title).exists():
        item = AgendaItem(meeting=row, position=_next_position(row), kind=AgendaKind.OWN, title=title)
        item.save()
        audit.record(by, "alliance.point_added", item, meeting=row.pk)


@action
def freeze_papers(*, by: Actor, meeting_id: MeetingId) -> None:
    """Write the agenda down as it stands now: from here on neither it nor its papers change; safe to do twice."""
    row = locked_meeting(by, meeting_id)
    if row.state is MeetingState.FROZEN:
        return
    if refusal := may_move_meeting(MeetingState.FROZEN, after=row.state):
        raise refusal
    own = list(row.items.order_by("position"))
    row.items.all().delete()
    waiting = points_waiting(clock.today())
    made = [
        AgendaItem(
            meeting=row,
            position=at,
            kind=each.kind,
            title=each.title,
            paper=each.paper,
            theme_id=each.theme_id,
            brought_id=each.brought_id,
            is_frozen=True,
        )
        for at, each in enumerate(waiting, 1)
    ]
    for each in own:
        made.append(AgendaItem(meeting=row, position=len(made) + 1, kind=each.kind, title=each.title, is_frozen=True))
    made = AgendaItem.objects.bulk_create(made)
    late = {at: each.action_id for at, each in enumerate(waiting) if each.action_id}
    CarriedAction.objects.bulk_create(CarriedAction(item=made[at], action_id=of) for at, of in late.items())
    row.state = MeetingState.FROZEN
    row.save(update_fields=["state"])
    audit.record(by, "alliance.papers_frozen", row, points=len(made))


@action
def note_attendance(
    *, by: Actor, meeting_id: MeetingId, present: Collection[MembershipId], apologies: Collection[MembershipId]
) -> None:
    """Note who came and who sent apologies; noted again, the last note counts."""
    row = locked_meeting(by, meeting_id)
    if row.state not in (MeetingState.FROZEN, MeetingState.HELD):
        raise Refusal("meeting_not_now")
    noted = dict.fromkeys(apologies, Presence.APOLOGIES) | dict.fromkeys(present, Presence.PRESENT)
    row.attendance.all().delete()
    MeetingAttendance.objects.bulk_create(
        MeetingAttendance(meeting=row, membership_id=each, presence=how) for each, how in noted.items()
    )
    row.state = MeetingState.HELD
    row.save(update_fields=["state"])
    audit.record(by, "alliance.attendance_noted", row, present=len(present), apologies=len(apologies))


@action
def write_minutes(*, by: Actor, meeting_id: MeetingId, item_id: AgendaItemId, words: str) -> None:
    """Write what was said about one point; it can be written anew until the minutes are approved."""
    row = locked_meeting(by, meeting_id)
    item = row.items.filter(pk=item_id).first()
    if item is None:
        raise NotFound("agenda item")
    if row.state not in (MeetingState.FROZEN, MeetingState.HELD):
        raise Refusal("meeting_not_now")
    item.minutes = words.strip()
    item.save(update_fields=["minutes"])
    audit.record(by, "alliance.minutes_written", item, meeting=row.pk)


@action
def approve_minutes(*, by: Actor, meeting_id: MeetingId) -> None:
    """Approve the minutes, as the chair: points and decisions stand on a public page then, and no person in them."""
    row = locked_meeting(by, meeting_id)
    if row.state is MeetingState.APPROVED:
        return
    if refusal := may_move_meeting(MeetingState.APPROVED, after=row.state):
        raise refusal
    items = list(row.items.prefetch_related("decisions"))
    said = [text for item in items for text in (item.title, *(each.words for each in item.decisions.all()))]
    if refusal := may_approve(said, names=_names(row), is_chair=by.role in MAY_APPROVE):
        raise refusal
    row.state, row.approved_by_id, row.approved_on = MeetingState.APPROVED, member(by), clock.today()
    row.save(update_fields=["state", "approved_by", "approved_on"])
    audit.record(by, "alliance.minutes_approved", row)


def _next_position(row: Meeting) -> int:
    last = row.items.order_by("-position").values_list("position", flat=True).first()
    return (last or 0) + 1


def _names(row: Meeting) -> set[str]:
    """All who could be named: those who came, those who own its actions, and all who take part."""
    ids = {MembershipId(each) for each in row.attendance.values_list("membership_id", flat=True)}
    owners = AgreedAction.objects.filter(decision__item__meeting=row).values_list("owner_id", flat=True)
    known = membership_cards(ids | {MembershipId(each) for each in owners})
    return {card.name for card in (*known.values(), *people_who(Permission.SEE_THEMES))}
