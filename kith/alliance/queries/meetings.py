"""Meetings: those to come with the agenda that builds itself, and those that were, with decisions and minutes."""

from dataclasses import dataclass
from datetime import date, datetime

from kith.alliance.models.meetings import AgendaItem, AgreedAction, Meeting
from kith.alliance.models.points import points_waiting
from kith.alliance.queries.agreed import ActionRow, action_rows
from kith.alliance.rules.codes import AgendaItemId, AgendaKind, MeetingId, MeetingState, Presence
from kith.alliance.rules.meetings import number_of
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.listening.rules.codes import ThemeId
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged


@dataclass(frozen=True)
class MeetingRow:
    """A meeting in a list."""

    id: MeetingId
    starts_at: datetime
    place: str
    state: MeetingState


@dataclass(frozen=True)
class DecisionRow:
    """A decision under its number."""

    number: str
    words: str
    decided_on: date


@dataclass(frozen=True)
class PointRow:
    """A point of an agenda; until the papers are frozen it has no id, unless a member has brought it."""

    kind: AgendaKind
    title: str
    paper: str = ""
    id: AgendaItemId | None = None
    theme_id: ThemeId | None = None
    minutes: str = ""
    decisions: tuple[DecisionRow, ...] = ()


@dataclass(frozen=True)
class Attended:
    """A member's part in a meeting."""

    who: MembershipCard | None
    membership_id: MembershipId
    presence: Presence
    interest: str


@dataclass(frozen=True)
class MeetingPage:
    """One meeting, whole."""

    row: MeetingRow
    points: tuple[PointRow, ...]
    attended: tuple[Attended, ...]
    actions: tuple[ActionRow, ...]
    approved_on: date | None

    def point(self, item_id: AgendaItemId) -> PointRow:
        """The point of this id; NotFound for none."""
        if found := next((each for each in self.points if each.id == item_id), None):
            return found
        raise NotFound("agenda item")


def meetings(viewer: Viewer, asked: ListAsked, *, is_over: bool) -> Paged[MeetingRow]:
    """Meetings to come, the next first; or those that were held, the latest first."""
    access.require(viewer, Permission.SEE_THEMES)
    over = Meeting.objects.filter(state__in=[MeetingState.HELD, MeetingState.APPROVED]).order_by("-starts_at", "-pk")
    page = paged(over if is_over else Meeting.objects.to_come(), asked)
    return page.with_rows([_row(row) for row in page.rows])


def next_meeting(viewer: Viewer) -> MeetingRow | None:
    """The next meeting, for those who take part."""
    if Permission.SEE_THEMES not in viewer.permissions:
        return None
    row = Meeting.objects.to_come().filter(starts_at__gte=clock.midnight(clock.today())).first()
    return _row(row) if row else None


def meeting_page(viewer: Viewer, meeting_id: MeetingId) -> MeetingPage:
    """One meeting with its agenda as it stands now, or as it was frozen."""
    access.require(viewer, Permission.SEE_THEMES)
    row = Meeting.objects.filter(pk=meeting_id).first()
    if row is None:
        raise NotFound("meeting")
    attended = list(row.attendance.order_by("pk"))
    people = membership_cards(MembershipId(each.membership_id) for each in attended)
    return MeetingPage(
        row=_row(row),
        points=tuple(_points(row)),
        attended=tuple(
            Attended(
                people.get(MembershipId(each.membership_id)),
                MembershipId(each.membership_id),
                each.presence,
                each.interest,
            )
            for each in attended
        ),
        actions=action_rows(AgreedAction.objects.filter(decision__item__meeting=row).order_by("pk")),
        approved_on=row.approved_on,
    )


def public_meetings(_viewer: Viewer) -> list[MeetingRow]:
    """The meetings whose minutes are approved, the latest first."""
    return [_row(row) for row in Meeting.objects.filter(state=MeetingState.APPROVED).order_by("-starts_at")[:12]]


def public_meeting(_viewer: Viewer, meeting_id: MeetingId) -> tuple[MeetingRow, tuple[PointRow, ...]]:
    """Points and decisions of an approved meeting: no attendance, no owner, nothing that was said."""
    row = Meeting.objects.filter(pk=meeting_id, state=MeetingState.APPROVED).first()
    if row is None:
        raise NotFound("meeting")
    return _row(row), tuple(_frozen(row))


def _points(row: Meeting) -> list[PointRow]:
    if row.state is not MeetingState.PLANNED:
        return _frozen(row)
    waiting = [
        PointRow(each.kind, each.title, each.paper, theme_id=ThemeId(each.theme_id) if each.theme_id else None)
        for each in points_waiting(clock.today())
    ]
    return [*waiting, *_frozen(row)]


def _frozen(row: Meeting) -> list[PointRow]:
    return [_point(item) for item in row.items.prefetch_related("decisions").order_by("position")]


def _point(item: AgendaItem) -> PointRow:
    decisions = sorted(item.decisions.all(), key=lambda each: each.number)
    return PointRow(
        item.kind,
        item.title,
        item.paper,
        AgendaItemId(item.pk),
        ThemeId(item.theme_id) if item.theme_id else None,
        item.minutes,
        tuple(DecisionRow(number_of(each.year, each.number), each.words, each.decided_on) for each in decisions),
    )


def _row(row: Meeting) -> MeetingRow:
    return MeetingRow(MeetingId(row.pk), row.starts_at, row.place, row.state)
