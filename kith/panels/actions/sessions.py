"""Planning a session with what is asked; who came; what was said; making it public."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.panels.actions.locking import locked_session, members_by_id, person
from kith.panels.actions.money import offer_payment
from kith.panels.actions.telling import tell
from kith.panels.models.people import Panel, PanelMember
from kith.panels.models.sessions import PanelAttendance, PanelSession
from kith.panels.rules.codes import MemberId, PanelId, PanelSessionId
from kith.panels.rules.findings import may_plan, may_write_said
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def plan_panel_session(
    *, by: Actor, panel_id: PanelId, starts_at: datetime, place: str, asked: str, request_key: UUID
) -> PanelSessionId:
    """Plan a session and write to its members; the same request key never plans two."""
    access.require(by, Permission.MANAGE_THEMES)
    panel = Panel.objects.select_for_update(of=("self",)).filter(pk=panel_id).first()
    if panel is None:
        raise NotFound("panel")
    if before := PanelSession.objects.filter(request_key=request_key).first():
        return PanelSessionId(before.pk)
    if panel.closed_on is not None:
        raise Refusal("panel_closed")
    if refusal := may_plan(starts_at, place, asked, now=clock.now()):
        raise refusal
    row = PanelSession.objects.create(
        panel=panel,
        starts_at=starts_at,
        place=place.strip(),
        asked=asked.strip(),
        planned_by_id=person(by),
        request_key=request_key,
    )
    audit.record(by, "panels.session_planned", row)
    for member in PanelMember.objects.taking_part().filter(panel=panel):
        tell(member, "panel_session", f"{row.pk}-{member.pk}", starts_at=starts_at.isoformat(), place=row.place)
    return PanelSessionId(row.pk)


@action
def note_who_came(*, by: Actor, session_id: PanelSessionId, came: Collection[MemberId]) -> None:
    """Write down who came, and offer each of them what the terms she agreed to name; noted again, the last note counts.

    A payment that was offered stands: whether she takes it is hers, and has nothing to do with a list of names.
    """
    row = locked_session(by, session_id, needs=Permission.MANAGE_PANELS)
    if row.starts_at > clock.now():
        raise Refusal("panel_session_to_come")
    own = PanelMember.objects.taking_part().filter(panel_id=row.panel_id).values_list("pk", flat=True)
    noted = PanelAttendance.objects.filter(session=row).values_list("member_id", flat=True)
    members = members_by_id(MemberId(each) for each in {*own, *noted})
    if not set(came) <= members.keys():
        raise NotFound("member")
    for member_id, member in members.items():
        has_come = member_id in came
        PanelAttendance.objects.update_or_create(session=row, member=member, defaults={"has_come": has_come})
        offer_payment(by, row, member, has_come=has_come)
    audit.record(by, "panels.attendance_noted", row, came=len(set(came)))


@action
def write_what_was_said(*, by: Actor, session_id: PanelSessionId, said: str) -> None:
    """Write down what the panel said, in words without names; written again, the last words stand."""
    row = locked_session(by, session_id)
    if refusal := may_write_said(row.starts_at, said, now=clock.now()):
        raise refusal
    if row.said == said.strip():
        return
    row.said = said.strip()
    row.save(update_fields=["said"])
    audit.record(by, "panels.said_written", row)


@action
def publish_panel_session(*, by: Actor, session_id: PanelSessionId) -> None:
    """Let the public read what was asked, said and changed; published twice it is published once."""
    row = locked_session(by, session_id)
    if row.published_on is not None:
        return
    if not row.said:
        raise Refusal("panel_session_without_words")
    row.published_on = clock.today()
    row.save(update_fields=["published_on"])
    audit.record(by, "panels.session_published", row)
