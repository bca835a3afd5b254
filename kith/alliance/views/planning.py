"""Pages on which a meeting is planned and moved, and members declare their interests."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.alliance.actions.interests import declare_interest, end_interest
from kith.alliance.actions.planning import move_meeting, plan_meeting
from kith.alliance.forms.meetings import InterestForm, PlanForm, WhenForm
from kith.alliance.queries.meetings import meeting_calendar, meeting_page
from kith.alliance.rules.codes import MeetingId
from kith.kernel import clock
from kith.listening.queries.themes import who_may_own
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question


def plan(request: Request) -> HttpResponse:
    """Ask when and where the alliance meets."""
    form = PlanForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        meeting_id = plan_meeting(by=request.viewer, **form.answer)
        return HttpResponseRedirect(reverse("meeting", args=[meeting_id]), status=303)

    return question(request, "alliance/plan_meeting.jinja", form, act)


def move(request: Request, meeting_id: int) -> HttpResponse:
    """Ask when and where it is instead."""
    found = meeting_page(request.viewer, MeetingId(meeting_id))
    begins, ends = (clock.local(each) for each in (found.row.starts_at, found.row.ends_at))
    stands = {"day": begins.date(), "begins": begins.time(), "ends": ends.time(), "place": found.row.place}
    form = WhenForm(request.POST if request.method == "POST" else None, initial=stands)

    def act() -> HttpResponse:
        move_meeting(by=request.viewer, meeting_id=found.row.id, **form.when)
        return HttpResponseRedirect(reverse("meeting", args=[meeting_id]), status=303)

    return question(request, "alliance/move_meeting.jinja", form, act, {"found": found})


def calendar(request: Request, meeting_id: int) -> HttpResponse:
    """The meeting as a calendar file."""
    response = HttpResponse(
        meeting_calendar(request.viewer, MeetingId(meeting_id)), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return response


def interests(request: Request, meeting_id: int) -> HttpResponse:
    """What members have to gain or to lose by this meeting; each declares her own, who prepares it anyone's."""
    found = meeting_page(request.viewer, MeetingId(meeting_id))
    viewer, is_ending = request.viewer, request.POST.get("do") == "end"
    prepares = Permission.MANAGE_MEETINGS in viewer.permissions
    people = [each for each in who_may_own(viewer) if prepares or each.id == viewer.membership_id]
    points = [(each.id, each.title) for each in found.points if each.id]
    sent = request.POST if request.method == "POST" and not is_ending else None
    form = InterestForm(sent, people=people, points=points)
    again = HttpResponseRedirect(reverse("meeting-interests", args=[meeting_id]), status=303)
    if is_ending:
        end_interest(by=viewer, interest_id=_number(request.POST.get("interest", "")))
        return again

    def act() -> HttpResponse:
        declare_interest(by=viewer, **form.answer(found.row.id))
        return again

    return question(request, "alliance/interests.jinja", form, act, {"found": found, "prepares": prepares})


def _number(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) < 19):
        raise NotFound("interest")
    return int(typed)
