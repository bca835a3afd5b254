"""What people agreed to do by when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from kith.alliance.models.meetings import AgreedAction
from kith.alliance.rules.codes import AgreedActionId, MeetingId, MeetingState
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
class ActionRow:
    """An agreed action, by which decision, how late it is, and how often it was carried over to another meeting."""

    id: AgreedActionId
    what: str
    decision: str
    meeting_id: MeetingId
    theme_id: ThemeId | None
    owner: MembershipCard | None
    owner_id: MembershipId
    due_on: date
    first_due_on: date
    done_on: date | None
    evidence: str
    days_overdue: int
    carried: int

    @property
    def has_left(self) -> bool:
        """Whether its owner no longer works here."""
        return self.owner is None or self.owner.left_on(clock.today()) is not None


def agreed_actions(viewer: Viewer, asked: ListAsked, *, is_open: bool) -> Paged[ActionRow]:
    """What is still to be done, the longest overdue first; or what is done, the latest first."""
    access.require(viewer, Permission.SEE_THEMES)
    every = AgreedAction.objects.all()
    rows = every.open() if is_open else every.exclude(done_on=None).order_by("-done_on", "-pk")
    if asked.words:
        rows = rows.filter(what__icontains=asked.words)
    page = paged(_whole(rows), asked)
    return page.with_rows(_rows(page.rows))


def agreed_action(viewer: Viewer, action_id: AgreedActionId) -> ActionRow:
    """One agreed action, for those who take part, and for its owner."""
    row = _whole(AgreedAction.objects.filter(pk=action_id)).first()
    is_hers = row is not None and row.owner_id == viewer.membership_id
    if row is None or not (is_hers or Permission.SEE_THEMES in viewer.permissions):
        raise NotFound("agreed action")
    return _rows([row])[0]


def my_actions(viewer: Viewer) -> tuple[ActionRow, ...]:
    """What the viewer has agreed to do and has not done yet."""
    if viewer.membership_id is None:
        return ()
    return _rows(_whole(AgreedAction.objects.open().filter(owner_id=viewer.membership_id)))


def late_count(viewer: Viewer) -> int:
    """How many agreed actions are past their day."""
    if Permission.MANAGE_MEETINGS not in viewer.permissions:
        return 0
    return AgreedAction.objects.open().filter(due_on__lt=clock.today()).count()


def actions_about(viewer: Viewer, theme_id: ThemeId) -> tuple[ActionRow, ...] | None:
    """What was agreed about a theme; None where nothing was."""
    access.require(viewer, Permission.SEE_THEMES)
    return action_rows(AgreedAction.objects.filter(theme_id=theme_id).order_by("pk")) or None


def action_rows(rows: QuerySet[AgreedAction]) -> tuple[ActionRow, ...]:
    """These agreed actions as rows."""
    return _rows(_whole(rows))


IS_CARRIED = ~Q(carried__item__meeting__state=MeetingState.CALLED_OFF)
"""A meeting that was called off has carried nothing over."""


def _whole(rows: QuerySet[AgreedAction]) -> QuerySet[AgreedAction]:
    return rows.select_related("decision__item").annotate(carried_count=Count("carried", filter=IS_CARRIED))


def _rows(rows: Iterable[AgreedAction]) -> tuple[ActionRow, ...]:
    found, today = list(rows), clock.today()
    people = membership_cards(MembershipId(row.owner_id) for row in found)
    return tuple(
        ActionRow(
            AgreedActionId(row.pk),
            row.what,
            number_of(row.decision.year, row.decision.number),
            MeetingId(row.decision.item.meeting_id),
            ThemeId(row.theme_id) if row.theme_id else None,
            people.get(MembershipId(row.owner_id)),
            MembershipId(row.owner_id),
            row.due_on,
            row.first_due_on,
            row.done_on,
            row.evidence,
            (today - row.due_on).days,
            getattr(row, "carried_count", 0),
        )
        for row in found
    )
