"""For those who run courses: the list, one course with its families, making one, and what each date is about."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.courses.actions.planning import change_course, plan_course
from kith.courses.forms import DatesForm, PlanForm
from kith.courses.queries.counting import reach_of_invitations
from kith.courses.queries.desk import course_desk, courses_listed, own_course_card
from kith.courses.queries.following import follow_ups_of
from kith.courses.queries.planning import series_to_plan
from kith.courses.wording.codes import DATE_STATES, PLACE_STATES
from kith.groups.views.booking import see_other
from kith.kernel.ids import CourseId
from kith.library.queries.reading import advice_list
from kith.library.rules.words import PageKind
from kith.places.codes.languages import spoken_language
from kith.places.queries import ward_names
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui import formats
from kith.platform.ui.questions import question
from kith.whats_on.queries.sessions import SessionCard


def courses(request: Request) -> HttpResponse:
    """The courses of the place, and what came of the invitations."""
    found = courses_listed(request.viewer, ListAsked.of(request.GET), lang=_lang())
    shown = {
        "found": found,
        "reach": reach_of_invitations(request.viewer),
        "wards": ward_names(),
        "spoken_language": spoken_language,
    }
    return render(request, "courses/desk/courses.jinja", shown)


def course(request: Request, course_id: int) -> HttpResponse:
    """One course: its families date by date, who waits, and who follows them up."""
    page = course_desk(request.viewer, CourseId(course_id), ListAsked.of(request.GET), lang=_lang())
    shown = {
        "page": page,
        "course": page.course,
        "following": follow_ups_of(request.viewer, [each.place.id for each in page.families.rows]),
        "date_words": DATE_STATES,
        "state_words": PLACE_STATES,
        "wards": ward_names(),
        "spoken_language": spoken_language,
    }
    return render(request, "courses/desk/course.jinja", shown)


def choose_series(request: Request) -> HttpResponse:
    """The first step to a course: the series whose dates are booked as one."""
    return render(request, "courses/desk/choose_series.jinja", {"found": series_to_plan(request.viewer, lang=_lang())})


def plan(request: Request, series_code: str) -> HttpResponse:
    """The second step: its dates, and which families the course is to reach first."""
    found = next((each for each in series_to_plan(request.viewer, lang=_lang()) if each.code == series_code), None)
    if found is None:
        raise NotFound("series")
    form = DatesForm(
        request.POST if request.method == "POST" else None,
        dates=[(str(each.id), _when(each)) for each in found.dates],
        wards=ward_names(),
    )

    def act() -> HttpResponse:
        return see_other(reverse("course-plan", args=[plan_course(by=request.viewer, course=form.course)]))

    return question(request, "courses/desk/plan.jinja", form, act, {"series": found})


def change(request: Request, course_id: int) -> HttpResponse:
    """What each date is about, by slides of the library; and which families the course is to reach first."""
    card, first = own_course_card(request.viewer, CourseId(course_id), lang=_lang())
    slides = advice_list(request.viewer, _lang(), PageKind.SLIDES)
    form = PlanForm(
        request.POST if request.method == "POST" else None,
        dates=[(each, _when(each.session)) for each in card.dates],
        slides=[(page.slug, page.title.text) for topic in slides for page in topic.pages],
        wards=ward_names(),
        first=first,
    )

    def act() -> HttpResponse:
        change_course(by=request.viewer, course_id=card.id, **form.answer)
        return see_other(reverse("course-desk", args=[card.id]))

    return question(request, "courses/desk/change.jinja", form, act, {"course": card})


def _when(session: SessionCard) -> str:
    return f"{formats.date(session.starts_at, 'day')}, {formats.time(session.starts_at)}"


def _lang() -> str:
    return get_language() or "en"
