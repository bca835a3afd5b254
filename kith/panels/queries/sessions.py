"""Sessions of panels: what was asked and said, what is needed, who came."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from kith.kernel import clock
from kith.panels.models.people import PanelMember
from kith.panels.models.sessions import PanelAttendance, PanelSession
from kith.panels.rules.codes import MemberId, PanelId, PanelSessionId
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged


@dataclass(frozen=True)
class SessionRow:
    """A session of a panel."""

    id: PanelSessionId
    panel_id: PanelId
    panel: str
    starts_at: datetime
    place: str
    asked: str
    said: str
    published_on: date | None

    @property
    def is_over(self) -> bool:
        """Whether it has begun: then it can be written down who came and what was said."""
        return self.starts_at <= clock.now()

    @classmethod
    def of(cls, row: PanelSession) -> "SessionRow":
        """The row; its panel is read with it."""
        return cls(
            PanelSessionId(row.pk),
            PanelId(row.panel_id),
            row.panel.name,
            row.starts_at,
            row.place,
            row.asked,
            row.said,
            row.published_on,
        )


@dataclass(frozen=True)
class Expected:
    """What a session needs, without a name: children for the crèche, and interpreters by language."""

    creche_children: int
    interpreters: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Attends:
    """A member, and whether it is written down that she came."""

    member_id: MemberId
    name: str
    has_come: bool | None


def sessions(viewer: Viewer, asked: ListAsked, *, panel_id: PanelId | None = None) -> Paged[SessionRow]:
    """The sessions of one panel, or of all, the latest first."""
    access.require(viewer, Permission.SEE_THEMES)
    rows = PanelSession.objects.select_related("panel").order_by("-starts_at", "-pk")
    if panel_id is not None:
        rows = rows.filter(panel_id=panel_id)
    page = paged(rows, asked)
    return page.with_rows(SessionRow.of(row) for row in page.rows)


def panel_session(viewer: Viewer, session_id: PanelSessionId) -> SessionRow:
    """One session; NotFound for none."""
    access.require(viewer, Permission.SEE_THEMES)
    row = PanelSession.objects.select_related("panel").filter(pk=session_id).first()
    if row is None:
        raise NotFound("panel session")
    return SessionRow.of(row)


def who_attends(viewer: Viewer, session: SessionRow) -> tuple[Attends, ...]:
    """The members of the panel by name, for those who invite them; none for others, and none who rests."""
    if Permission.MANAGE_PANELS not in viewer.permissions:
        return ()
    noted = dict(PanelAttendance.objects.filter(session_id=session.id).values_list("member_id", "has_come"))
    rows = PanelMember.objects.taking_part().filter(panel_id=session.panel_id, resting_since=None).order_by("name")
    return tuple(Attends(MemberId(row.pk), row.name, noted.get(row.pk)) for row in rows)


def expected_at(viewer: Viewer, session: SessionRow) -> Expected | None:
    """What the members of the panel need, as they said once; None for those who do not invite them."""
    if Permission.MANAGE_PANELS not in viewer.permissions:
        return None
    rows = PanelMember.objects.taking_part().filter(panel_id=session.panel_id, resting_since=None)
    said = list(rows.values_list("creche_children", "interpreter_language"))
    spoken = Counter(language for _, language in said if language)
    return Expected(sum(children or 0 for children, _ in said), tuple(sorted(spoken.items())))
