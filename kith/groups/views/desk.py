"""For those who run sessions: the list, and the register of one."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.groups.actions.attendance import mark_attendance
from kith.groups.queries.register import register_of, sessions_to_run
from kith.groups.rules.codes import Attendance
from kith.groups.words import ATTENDANCE_WORDS
from kith.kernel.ids import BookingId, SessionId
from kith.places.codes.languages import spoken_language
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked


def sessions_desk(request: Request) -> HttpResponse:
    """The sessions of one's own organisation."""
    found = sessions_to_run(request.viewer, ListAsked.of(request.GET), lang=get_language() or "en")
    return render(request, "groups/sessions_desk.jinja", {"found": found})


def register(request: Request, session_id: int) -> HttpResponse:
    """Who is expected; a tap marks a family as arrived or not come, another takes it back."""
    if request.method == "POST":
        _mark(request, SessionId(session_id))
        return HttpResponseRedirect(reverse("register", args=[session_id]), status=303)
    found = register_of(request.viewer, SessionId(session_id), lang=get_language() or "en")
    if found is None:
        raise NotFound("session")
    context = {"register": found, "words": ATTENDANCE_WORDS, "spoken_language": spoken_language}
    return render(request, "groups/register.jinja", context)


def _mark(request: Request, session_id: SessionId) -> None:
    try:
        booking_id = BookingId(UUID(request.POST.get("booking", "")))
        attendance = Attendance(request.POST.get("attendance", ""))
    except ValueError:
        raise NotFound("booking") from None
    mark_attendance(by=request.viewer, session_id=session_id, booking_id=booking_id, attendance=attendance)
