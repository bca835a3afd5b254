"""A member's own page, behind her private link; and what of it stands on a parent's page, where she wished so."""

from dataclasses import dataclass

from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.panels.models.credits import Credit
from kith.panels.models.people import PanelMember
from kith.panels.models.sessions import PanelSession
from kith.panels.queries.money import ExpenseRow, PaymentRow, money_of
from kith.panels.queries.panels import MemberRow
from kith.panels.queries.sessions import SessionRow
from kith.panels.rules.codes import CreditId, MemberId, MemberState, Naming
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.walls.saying import beyond

MOST = 12


@dataclass(frozen=True)
class CreditRow:
    """What she helped to make, and how she is shown."""

    id: CreditId
    title: str
    naming: Naming
    named_as: str


@dataclass(frozen=True)
class OwnPage:
    """All that concerns her: what is to come, what she is offered, what she has spent, and what she helped to make."""

    token: str
    member: MemberRow
    about: str
    sessions: tuple[SessionRow, ...]
    payments: tuple[PaymentRow, ...]
    expenses: tuple[ExpenseRow, ...]
    credits: tuple[CreditRow, ...]
    is_on_my_page: bool

    @property
    def is_member(self) -> bool:
        """Whether she takes part."""
        return self.member.state is MemberState.MEMBER

    def credit(self, credit_id: int) -> CreditRow:
        """One of her credits; NotFound for another's."""
        found = next((each for each in self.credits if each.id == credit_id), None)
        if found is None:
            raise NotFound("credit")
        return found


@dataclass(frozen=True)
class OnMyPage:
    """One line of a parent's own page."""

    token: str
    panel: str
    state: MemberState


@beyond("the one member of this private link")
def own_page(viewer: Viewer, token: str) -> OwnPage:
    """What stands behind her link; NotFound for no link of ours."""
    access.require(viewer, Permission.ANSWER_BY_LINK)
    row = PanelMember.objects.filter(token=token).select_related("panel", "terms").first()
    if row is None:
        raise NotFound("member")
    is_quiet = row.resting_since is not None or row.state != MemberState.MEMBER
    coming = PanelSession.objects.filter(panel_id=row.panel_id, starts_at__gte=clock.now()).select_related("panel")
    payments, expenses = money_of(MemberId(row.pk))
    credits_ = Credit.objects.filter(member=row).select_related("work").order_by("-pk")
    return OwnPage(
        token,
        MemberRow.of(row),
        row.panel.about,
        () if is_quiet else tuple(SessionRow.of(each) for each in coming.order_by("starts_at", "pk")[:MOST]),
        payments,
        expenses,
        tuple(CreditRow(CreditId(each.pk), each.work.title, Naming(each.naming), each.named_as) for each in credits_),
        row.family_id is not None,
    )


def panels_of_family(viewer: Viewer, family_id: FamilyId) -> tuple[OnMyPage, ...]:
    """What a parent has let stand on her own page; nothing of another family."""
    if family_id not in viewer.family_ids:
        return ()
    rows = PanelMember.objects.of_family(family_id).select_related("panel")
    return tuple(OnMyPage(row.token, row.panel.name, MemberState(row.state)) for row in rows)


def token_of(viewer: Viewer, member_id: MemberId) -> str:
    """What opens a member's own page, for Kith itself."""
    if viewer.kind is not ViewerKind.SYSTEM:
        raise NotFound("member")
    return PanelMember.objects.get(pk=member_id).token
