"""Meetings: those to come with the agenda that builds itself, and those that were, with decisions and minutes."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from kith.alliance.calendar import calendar_of
from kith.alliance.models.meetings import AgendaItem, AgreedAction, DeclaredInterest, Meeting
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
    ends_at: datetime
    place: str
    state: MeetingState

    @property
    def is_public(self) -> bool:
        """Whether its minutes are approved."""
        return self.state is MeetingState.APPROVED


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
    carried: int = 0


@dataclass(frozen=True)
class Attended:
    """A member's part in a meeting."""

    who: MembershipCard | None
    membership_id: MembershipId
    presence: Presence


@dataclass(frozen=True)
class InterestRow:
    """A declared interest: whose, in which point of the meeting (or all of it, or all meetings), and in words."""

    id: int
    who: MembershipCard | None
    membership_id: MembershipId
    words: str
    point: str
    holds_on: bool


@dataclass(frozen=True)
class MeetingPage:
    """One meeting, whole."""

    row: MeetingRow
    points: tuple[PointRow, ...]
    attended: tuple[Attended, ...]
    interests: tuple[InterestRow, ...]
    actions: tuple[ActionRow, ...]
    approved_on: date | None

    def point(self, item_id: AgendaItemId) -> PointRow:
        """The point of this id; NotFound for none."""
        if found := next((each for each in self.points if each.id == item_id), None):
            return found
        raise NotFound("agenda item")


def meetings(viewer: Viewer, asked: ListAsked, *, is_over: bool) -> Paged[MeetingRow]:
    """Meetings to come, the next first; or those that were held or called off, the latest first."""
    access.require(viewer, Permission.SEE_THEMES)
    over = Meeting.objects.filter(state__in=_OVER).order_by("-starts_at", "-pk")
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
    interests = list(_interests(row))
    who = [*(each.membership_id for each in attended), *(each.membership_id for each in interests)]
    people = membership_cards(map(MembershipId, who))
    return MeetingPage(
        row=_row(row),
        points=tuple(_points(row)),
        attended=tuple(
            Attended(
                people.get(MembershipId(each.membership_id)),
                MembershipId(each.membership_id),
                each.presence,
            )
            for each in attended
        ),
        interests=tuple(
            InterestRow(
                each.pk,
                people.get(MembershipId(each.membership_id)),
                MembershipId(each.membership_id),
                each.words,
                each.item.title if each.item else "",
                each.meeting_id is None,
            )
            for each in interests
        ),
        actions=action_rows(AgreedAction.objects.filter(decision__item__meeting=row).order_by("pk")),
        approved_on=row.approved_on,
    )


def meeting_calendar(viewer: Viewer, meeting_id: MeetingId) -> str:
    """The calendar file of a meeting, for those who take part."""
    access.require(viewer, Permission.SEE_THEMES)
    row = Meeting.objects.filter(pk=meeting_id).first()
    if row is None:
        raise NotFound("meeting")
    return calendar_of(row, link=f"{settings.KITH.site_url}{reverse('meeting', args=[row.pk])}")


def public_meetings(_viewer: Viewer) -> list[MeetingRow]:
    """The meetings whose minutes are approved, the latest first."""
    return [_row(row) for row in Meeting.objects.filter(state=MeetingState.APPROVED).order_by("-starts_at")[:12]]


def public_meeting(_viewer: Viewer, meeting_id: MeetingId) -> tuple[MeetingRow, tuple[PointRow, ...]]:
    """Points and decisions of an approved meeting: no attendance, no owner, nothing that was said."""
    row = Meeting.objects.filter(pk=meeting_id, state=MeetingState.APPROVED).first()
    if row is None:
        raise NotFound("meeting")
    return _row(row), tuple(_frozen(row))


def _interests(row: Meeting) -> QuerySet[DeclaredInterest]:
    """Those declared for this meeting or a point of it, and those that held for every one on its day."""
    day = clock.local(row.starts_at).date()
    holds = Q(meeting=None) & (Q(ended_on=None) | Q(ended_on__gt=day)) & Q(declared_on__lte=max(day, clock.today()))
    return DeclaredInterest.objects.filter(Q(meeting=row) | holds).select_related("item").order_by("pk")


def _points(row: Meeting) -> list[PointRow]:
    if row.state is not MeetingState.PLANNED:
        return _frozen(row)
    waiting = [
        PointRow(each.kind, each.title, each.paper, theme_id=ThemeId(each.theme_id) if each.theme_id else None)
        for each in points_waiting(clock.today())
    ]
    return [*waiting, *_frozen(row)]


def _frozen(row: Meeting) -> list[PointRow]:
    items = row.items.select_related("carried").annotate(carried_count=Count("carried__action__carried"))
    return [_point(item) for item in items.prefetch_related("decisions").order_by("position")]


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
        getattr(item, "carried_count", 0),
    )


_OVER = [MeetingState.HELD, MeetingState.APPROVED, MeetingState.CALLED_OFF]


def _row(row: Meeting) -> MeetingRow:
    return MeetingRow(MeetingId(row.pk), row.starts_at, row.ends_at, row.place, row.state)
