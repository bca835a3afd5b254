"""Panels and their members, as those who keep them see them; who takes part in the alliance sees counts."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from kith.kernel import clock
from kith.panels.models.people import Panel, PanelMember
from kith.panels.queries.terms import TermsRow
from kith.panels.rules.codes import MemberId, MemberKind, MemberState, PanelId, Paying
from kith.panels.rules.joining import is_lapsed
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.walls.saying import beyond


@dataclass(frozen=True)
class PanelRow:
    """A panel: what for, in which languages, and how many take part."""

    id: PanelId
    name: str
    about: str
    languages: tuple[str, ...]
    members: int
    closed_on: date | None


@dataclass(frozen=True)
class MemberRow:
    """A person who is asked, or takes part."""

    id: MemberId
    panel_id: PanelId
    panel: str
    name: str
    email: str
    phone: str
    language: str
    kind: MemberKind
    state: MemberState
    creche_children: int | None
    interpreter_language: str | None
    paying: Paying
    invited_at: datetime | None
    agreed_at: datetime | None
    is_resting: bool
    is_lapsed: bool
    terms: TermsRow | None

    @classmethod
    def of(cls, row: PanelMember) -> "MemberRow":
        """The row; its panel and terms are read with it."""
        is_invited = row.state == MemberState.INVITED
        return cls(
            MemberId(row.pk),
            PanelId(row.panel_id),
            row.panel.name,
            row.name,
            row.email,
            row.phone,
            row.language,
            MemberKind(row.kind),
            MemberState(row.state),
            row.creche_children,
            row.interpreter_language,
            Paying(row.paying),
            row.invited_at,
            row.agreed_at,
            row.resting_since is not None,
            is_invited and is_lapsed(row.invited_at, now=clock.now()),
            TermsRow.of(row.terms) if row.terms else None,
        )


@beyond("how many take part in a panel, without a name")
def panels(viewer: Viewer) -> tuple[PanelRow, ...]:
    """The panels of the place, the open ones first."""
    access.require(viewer, Permission.SEE_THEMES)
    return panel_rows()


def panel(viewer: Viewer, panel_id: PanelId) -> PanelRow:
    """One panel; NotFound for none."""
    found = next((row for row in panels(viewer) if row.id == panel_id), None)
    if found is None:
        raise NotFound("panel")
    return found


def panel_rows() -> tuple[PanelRow, ...]:
    """All panels, open ones first, by name."""
    counted = Panel.objects.annotate(taking_part=Count("members", filter=Q(members__state=MemberState.MEMBER)))
    found = [
        PanelRow(PanelId(each.pk), each.name, each.about, tuple(each.languages), each.taking_part, each.closed_on)
        for each in counted.order_by("name", "pk")
    ]
    return tuple(sorted(found, key=lambda row: row.closed_on is not None))


def members_of(viewer: Viewer, panel_id: PanelId, asked: ListAsked, *, state: str = "") -> Paged[MemberRow]:
    """The people of a panel by name; of one state where one is named."""
    access.require(viewer, Permission.MANAGE_PANELS)
    rows = PanelMember.objects.filter(panel_id=panel_id).select_related("panel", "terms").order_by("name", "pk")
    if state in list(MemberState):
        rows = rows.filter(state=state)
    if asked.words:
        rows = rows.filter(name__icontains=asked.words)
    page = paged(rows, asked)
    audit.read(viewer, "panels.members_listed", Panel._meta.label, panel_id)
    return page.with_rows(MemberRow.of(row) for row in page.rows)


def member(viewer: Viewer, member_id: MemberId) -> MemberRow:
    """One person, for those who invite members."""
    access.require(viewer, Permission.MANAGE_PANELS)
    row = PanelMember.objects.filter(pk=member_id).select_related("panel", "terms").first()
    if row is None:
        raise NotFound("member")
    audit.read(viewer, "panels.member_opened", PanelMember._meta.label, row.pk)
    return MemberRow.of(row)


def wishes_count(viewer: Viewer) -> int:
    """How many wish to take part and wait for an invitation."""
    if Permission.MANAGE_PANELS not in viewer.permissions:
        return 0
    return PanelMember.objects.filter(state=MemberState.WISHED).count()


def members_to_choose(viewer: Viewer) -> list[tuple[str, str]]:
    """All who take part or took part, by name, to say who helped to make something."""
    access.require(viewer, Permission.MANAGE_PANELS)
    rows = PanelMember.objects.filter(state__in=[MemberState.MEMBER, MemberState.LEFT]).select_related("panel")
    return [(str(row.pk), f"{row.name}, {row.panel.name}") for row in rows.order_by("name", "pk")]
