"""Wishes to take part, and invitations with what is paid in writing."""

from uuid import UUID

from kith.families.queries.bereavement import is_bereaved_contact
from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.panels.actions.locking import locked_member, locked_panel, person
from kith.panels.actions.moving import begin, come_to
from kith.panels.actions.telling import tell
from kith.panels.models.people import Panel, PanelMember, PanelTerms
from kith.panels.rules.codes import MemberId, MemberState, PanelId
from kith.panels.rules.joining import MOST_WISHES, Person, may_invite
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import ANONYMOUS, Actor
from kith.platform.action import action


@action
def wish_to_take_part(*, by: Actor, panel_id: PanelId, who: Person, request_key: UUID) -> None:
    """Keep a visitor's wish to take part until a person invites her; sent twice it is one wish."""
    access.require(by, Permission.ANSWER_BY_LINK)
    panel = Panel.objects.filter(pk=panel_id).first()
    if panel is None:
        raise NotFound("panel")
    if PanelMember.objects.filter(request_key=request_key).exists():
        return
    if refusal := may_invite(who, has_terms=True, is_panel_open=panel.closed_on is None):
        raise refusal
    if PanelMember.objects.filter(state=MemberState.WISHED).count() >= MOST_WISHES:
        raise Refusal("wishes_rest")
    row = _new(panel, who, MemberState.WISHED, request_key)
    begin(ANONYMOUS if by.is_signed_in else by, row)


@action
def invite_member(*, by: Actor, panel_id: PanelId, who: Person, request_key: UUID) -> MemberId:
    """Invite a person, with what is paid in writing; the same request key never invites two."""
    panel = locked_panel(by, panel_id)
    if before := PanelMember.objects.filter(request_key=request_key, panel=panel).first():
        return MemberId(before.pk)
    terms = _terms_for(panel, who)
    if is_bereaved_contact(who.phone, who.email):
        raise Refusal("member_not_to_be_written_to")
    row = _new(panel, who, MemberState.INVITED, request_key, terms=terms)
    begin(by, row)
    _send(row)
    return MemberId(row.pk)


@action
def invite_again(*, by: Actor, member_id: MemberId) -> None:
    """Invite who wished to take part, said no, or left, with the terms that stand now."""
    row = locked_member(by, member_id)
    who = Person(row.name, row.email, row.phone, row.language, row.kind)
    terms = _terms_for(row.panel, who)
    if row.resting_since is not None or is_bereaved_contact(row.phone, row.email):
        raise Refusal("member_not_to_be_written_to")
    row.terms, row.invited_at = terms, clock.now()
    come_to(by, row, MemberState.INVITED)
    _send(row)


@action
def close_invitation(*, by: Actor, member_id: MemberId) -> None:
    """Close a wish or an invitation: its link opens no question any more. Closed twice it is closed once."""
    row = locked_member(by, member_id)
    if row.state != MemberState.CLOSED:
        come_to(by, row, MemberState.CLOSED)


@action
def end_rest(*, by: Actor, member_id: MemberId) -> None:
    """Write to her again by itself, after a person has spoken with her and she wishes it."""
    row = locked_member(by, member_id)
    person(by)
    if row.resting_since is None:
        return
    row.resting_since = None
    row.save(update_fields=["resting_since"])
    audit.record(by, "panels.rest_ended", row)


def _terms_for(panel: Panel, who: Person) -> PanelTerms:
    terms = PanelTerms.objects.current()
    if refusal := may_invite(who, has_terms=terms is not None, is_panel_open=panel.closed_on is None):
        raise refusal
    if terms is None:
        raise Refusal("panel_without_terms")
    return terms


def _new(
    panel: Panel, who: Person, state: MemberState, request_key: UUID, *, terms: PanelTerms | None = None
) -> PanelMember:
    return PanelMember.objects.create(
        panel=panel,
        name=who.name.strip(),
        email=who.email.strip().lower(),
        phone=who.phone,
        language=who.language,
        kind=who.kind,
        state=state,
        terms=terms,
        invited_at=clock.now() if terms else None,
        request_key=request_key,
    )


def _send(row: PanelMember) -> None:
    at = int(row.invited_at.timestamp()) if row.invited_at else 0
    tell(row, "panel_invitation", f"{row.pk}-{at}", panel=row.panel.name)
