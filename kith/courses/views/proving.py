"""Between the form and the course: the page that waits for her proof, and the page behind the link."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.courses.actions.booking import CourseReceipt
from kith.courses.actions.holding import confirm_course_by_code, confirm_course_by_link, give_up_course_hold
from kith.courses.queries.held import HeldCoursePage, held_course_page
from kith.groups.forms.proving import CodeForm, ConfirmForm
from kith.groups.views.booking import see_other
from kith.kernel.ids import CourseId
from kith.kernel.refusal import Refusal
from kith.places.codes.languages import spoken_language
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.platform.ui.questions import is_done


class CourseCodeForm(CodeForm):
    """The code that was sent, and whether she goes on the waiting list where all places are gone meanwhile."""

    beside = {"": "code", "course_full": "may_wait"}  # noqa: RUF012  # a class variable of the form above


class CourseConfirmForm(ConfirmForm):
    """A tap on the page behind the link."""

    beside = {"course_full": "may_wait"}  # noqa: RUF012  # a class variable of the form above


@unkept
def held(request: Request, course_id: int, held_course: str) -> HttpResponse:
    """Look at your phone: the code is typed here, or the places are let go. The link in the message does the same."""
    by, at = request.viewer, CourseId(course_id)
    if request.POST.get("do") == "let-go":
        give_up_course_hold(by=by, course_id=at, secret=held_course)
        return see_other(request.path)
    form = CourseCodeForm(request.POST if request.method == "POST" else None)
    became: list[CourseReceipt] = []

    def prove() -> None:
        proved = confirm_course_by_code(by=by, course_id=at, token=held_course, **form.cleaned_data)
        if isinstance(proved, Refusal):
            raise proved
        became.append(proved)

    if is_done(form, prove):
        return see_other(reverse("course-place", args=[became[0].token]))
    page = _there(held_course_page(by, at, lang=_lang(), token=held_course))
    status = 422 if form.errors else 200
    return render(request, "courses/held.jinja", {"page": page, "course": page.course, "form": form}, status=status)


@unkept
def confirm(request: Request, course_id: int, proof_course: str) -> HttpResponse:
    """What was asked for, to be confirmed by a tap: mail is opened by machines too, and a GET changes nothing."""
    by, at = request.viewer, CourseId(course_id)
    if request.POST.get("do") == "let-go":
        give_up_course_hold(by=by, course_id=at, secret=proof_course)
        return see_other(request.path)
    form = CourseConfirmForm(request.POST if request.method == "POST" else None)
    became: list[CourseReceipt] = []

    def prove() -> None:
        became.append(confirm_course_by_link(by=by, course_id=at, link=proof_course, **form.cleaned_data))

    if is_done(form, prove):
        return see_other(reverse("course-place", args=[became[0].token]))
    page = _there(held_course_page(by, at, lang=_lang(), link=proof_course))
    if page.place_token:
        return see_other(reverse("course-place", args=[page.place_token]))
    shown = {"page": page, "course": page.course, "form": form, "spoken_language": spoken_language}
    return render(request, "courses/confirm.jinja", shown, status=422 if form.errors else 200)


def _there(page: HeldCoursePage | None) -> HeldCoursePage:
    if page is None:
        raise NotFound("held course")
    return page


def _lang() -> str:
    return get_language() or "en"
