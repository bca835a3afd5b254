"""Planning a meeting, moving it and calling it off: all who take part have it in their calendars."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from kith.alliance.actions.locking import locked_meeting, member
from kith.alliance.calendar import calendar_of
from kith.alliance.models.meetings import Meeting
from kith.alliance.rules.codes import MeetingId, MeetingState
from kith.alliance.rules.meetings import may_be_at, may_change_time, may_move_meeting
from kith.kernel import clock
from kith.kernel.languages import ENGLISH
from kith.messages.actions.queueing import queue_message
from kith.organisations.queries.people import people_who, work_emails
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action

TELLER = system_actor("alliance")


@action
def plan_meeting(*, by: Actor, starts_at: datetime, ends_at: datetime, place: str, request_key: UUID) -> MeetingId:
    """Plan a meeting, and invite all who take part; the same request key never plans two.

    Its agenda builds itself until its papers are frozen.
    """
    access.require(by, Permission.MANAGE_MEETINGS)
    if before := Meeting.objects.filter(request_key=request_key).first():
        return MeetingId(before.pk)
    if refusal := may_be_at(starts_at, ends_at, now=clock.now()):
        raise refusal
    row = Meeting.objects.create(
        starts_at=starts_at, ends_at=ends_at, place=place.strip(), planned_by_id=member(by), request_key=request_key
    )
    audit.record(by, "alliance.meeting_planned", row)
    _invite(row)
    return MeetingId(row.pk)


@action
def move_meeting(*, by: Actor, meeting_id: MeetingId, starts_at: datetime, ends_at: datetime, place: str) -> None:
    """Move a meeting that was not held; every calendar follows. Moved to where it is, nothing is sent."""
    row = locked_meeting(by, meeting_id)
    if refusal := may_change_time(row.state) or may_be_at(starts_at, ends_at, now=clock.now()):
        raise refusal
    if (row.starts_at, row.ends_at, row.place) == (starts_at, ends_at, place.strip()):
        return
    row.starts_at, row.ends_at, row.place = starts_at, ends_at, place.strip()
    row.revision += 1
    row.save(update_fields=["starts_at", "ends_at", "place", "revision"])
    audit.record(by, "alliance.meeting_moved", row)
    _invite(row)


@action
def call_off_meeting(*, by: Actor, meeting_id: MeetingId) -> None:
    """Call a meeting off; every calendar takes it out, and its points wait for the next. Twice is the same as once."""
    row = locked_meeting(by, meeting_id)
    if row.state is MeetingState.CALLED_OFF:
        return
    if refusal := may_move_meeting(MeetingState.CALLED_OFF, after=row.state):
        raise refusal
    row.state = MeetingState.CALLED_OFF
    row.revision += 1
    row.save(update_fields=["state", "revision"])
    audit.record(by, "alliance.meeting_called_off", row)
    _invite(row)


def _invite(row: Meeting) -> None:
    link = f"{settings.KITH.site_url}{reverse('meeting', args=[row.pk])}"
    people = [card.id for card in people_who(Permission.SEE_THEMES)]
    for membership_id, email in sorted(work_emails(people).items()):
        queue_message(
            by=TELLER,
            kind="meeting_called",
            language=ENGLISH.code,
            facts={
                "link": link,
                "starts_at": row.starts_at.isoformat(),
                "ends_at": row.ends_at.isoformat(),
                "place": row.place,
                "is_moved": row.revision > 1,
                "is_called_off": row.state is MeetingState.CALLED_OFF,
            },
            dedupe_key=f"meeting_called:{row.pk}:{row.revision}:{membership_id}",
            to_email=email,
            calendar=calendar_of(row, link=link),
        )
