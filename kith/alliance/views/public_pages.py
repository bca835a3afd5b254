"""What the public may read of a meeting, and its minutes on paper."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from kith.alliance.printing import set_minutes, set_public_minutes
from kith.alliance.queries.meetings import meeting_page, public_meeting
from kith.alliance.rules.codes import MeetingId, MeetingState
from kith.kernel.languages import interface_language
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request


def meeting_for_all(request: Request, meeting_id: int) -> HttpResponse:
    """The points and decisions of one meeting, without names."""
    row, points = public_meeting(request.viewer, MeetingId(meeting_id))
    return render(request, "alliance/public_meeting.jinja", {"row": row, "points": points})


def minutes_for_all(request: Request, meeting_id: int) -> HttpResponse:
    """The same as a PDF."""
    row, points = public_meeting(request.viewer, MeetingId(meeting_id))
    return _pdf(set_public_minutes(row, points, interface_language(get_language() or "en")), meeting_id)


def minutes(request: Request, meeting_id: int) -> HttpResponse:
    """The papers of a meeting, and later its minutes with who came and who does what, for those who take part."""
    found = meeting_page(request.viewer, MeetingId(meeting_id))
    if found.row.state in (MeetingState.PLANNED, MeetingState.CALLED_OFF):
        raise NotFound("minutes")
    return _pdf(set_minutes(found, interface_language(get_language() or "en")), meeting_id)


def _pdf(content: bytes, meeting_id: int) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="meeting-{meeting_id}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
