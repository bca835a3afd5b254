"""Courses at the desk: their meetings, who came, and each course beside local births."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.education.wording.trainings import COMMUNITIES
from kith.peers.actions.courses import add_make_up, note_who_met, plan_peer_course
from kith.peers.forms.desk import CourseForm, MakeUpForm
from kith.peers.queries.courses import course, courses
from kith.peers.rules.codes import MeetingId, PeerCourseId, SupporterId
from kith.peers.views.asking import Asked, ask, to
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import is_done
from kith.platform.ui.refusals import RefusableForm
from kith.undoing.editing import sent


def all_courses(request: Request) -> HttpResponse:
    """The courses, the latest first."""
    return render(request, "peers/courses.jinja", {"found": courses(request.viewer)})


def plan(request: Request) -> HttpResponse:
    """Plan a course of six weeks."""
    form = CourseForm(sent(request))

    def act() -> None:
        plan_peer_course(by=request.viewer, new=form.new, request_key=form.cleaned_data["request_key"])

    return ask(request, Asked(_("Plan a course"), "", _("Save"), reverse("peer-courses")), form, act)


def one(request: Request, peer_course_id: int) -> HttpResponse:
    """One course: its register of each meeting, what is to make up, and its communities beside local births."""
    found = course(request.viewer, PeerCourseId(peer_course_id))
    form = RefusableForm(sent(request))
    if is_done(form, lambda: _noted(request)):
        return to("peer-course", found.row.id)
    page = {"it": found, "form": form, "communities": COMMUNITIES}
    return render(request, "peers/course.jinja", page, status=422 if form.errors else 200)


def make_up(request: Request, peer_course_id: int) -> HttpResponse:
    """A meeting that makes up for a week."""
    found = course(request.viewer, PeerCourseId(peer_course_id))
    form = MakeUpForm(sent(request))

    def act() -> None:
        given = form.cleaned_data
        add_make_up(by=request.viewer, course_id=found.row.id, week=int(given["week"]), held_on=given["on"])

    back = reverse("peer-course", args=[found.row.id])
    return ask(request, Asked(_("Add a make-up meeting"), found.row.name, _("Save"), back), form, act)


def _noted(request: Request) -> None:
    typed = [request.POST.get("meeting", ""), *request.POST.getlist("came")]
    if any(not (each.isascii() and each.isdigit() and len(each) < 10) for each in typed):
        raise NotFound("meeting")
    meeting, *came = (int(each) for each in typed)
    note_who_met(by=request.viewer, meeting_id=MeetingId(meeting), came=[SupporterId(each) for each in came])
