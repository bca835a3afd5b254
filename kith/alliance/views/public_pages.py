"""What the public may read of a meeting."""

from django.http import HttpResponse
from django.shortcuts import render

from kith.alliance.queries.meetings import public_meeting
from kith.alliance.rules.codes import MeetingId
from kith.platform.access.viewer import Request


def meeting_for_all(request: Request, meeting_id: int) -> HttpResponse:
    """The points and decisions of one meeting, without names."""
    row, points = public_meeting(request.viewer, MeetingId(meeting_id))
    return render(request, "alliance/public_meeting.jinja", {"row": row, "points": points})
