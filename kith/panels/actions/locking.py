"""Locks of the room, and who acts."""

from collections.abc import Iterable

from kith.kernel.ids import MembershipId
from kith.panels.models.people import Panel, PanelMember
from kith.panels.models.sessions import PanelSession, PassedFinding
from kith.panels.rules.codes import MemberId, PanelId, PanelSessionId, PassedId
from kith.platform import access
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor


def person(by: Actor) -> MembershipId:
    """The membership of the person who acts; Forbidden for all others: here each act has a person's name."""
    if by.membership_id is None:
        raise Forbidden("member")
    return by.membership_id


def locked_panel(by: Actor, panel_id: PanelId) -> Panel:
    """The panel, locked, for those who invite members."""
    access.require(by, Permission.MANAGE_PANELS)
    row = Panel.objects.select_for_update(of=("self",)).filter(pk=panel_id).first()
    if row is None:
        raise NotFound("panel")
    return row


def locked_member(by: Actor, member_id: MemberId) -> PanelMember:
    """The member, locked, for those who invite members."""
    access.require(by, Permission.MANAGE_PANELS)
    if (row := PanelMember.objects.locked(member_id)) is None:
        raise NotFound("member")
    return row


def opened_member(by: Actor, token: str) -> PanelMember:
    """The member behind her private link, locked; NotFound for no link of ours."""
    access.require(by, Permission.ANSWER_BY_LINK)
    member_id = PanelMember.objects.filter(token=token).values_list("pk", flat=True).first()
    row = PanelMember.objects.locked(member_id) if member_id else None
    if row is None:
        raise NotFound("member")
    return row


def locked_session(
    by: Actor, session_id: PanelSessionId, *, needs: Permission = Permission.MANAGE_THEMES
) -> PanelSession:
    """The session, locked, for those who gather what parents say."""
    access.require(by, needs)
    row = PanelSession.objects.select_for_update(of=("self",)).filter(pk=session_id).first()
    if row is None:
        raise NotFound("panel session")
    return row


def locked_passed(passed_id: PassedId) -> PassedFinding:
    """The passed finding, locked; who may answer it is decided by the caller."""
    row = PassedFinding.objects.select_for_update(of=("self",)).filter(pk=passed_id).first()
    if row is None:
        raise NotFound("finding")
    return row


def members_by_id(ids: Iterable[MemberId]) -> dict[MemberId, PanelMember]:
    """These members, locked in the order of their numbers."""
    rows = PanelMember.objects.select_for_update(of=("self",)).filter(pk__in=set(ids)).order_by("pk")
    return {MemberId(row.pk): row for row in rows}
