"""A course as the public sees it: what it is, booking it, and the place on it behind its private link."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kith.courses.actions.booking import book_course, book_course_for_person
from kith.courses.actions.giving_up import book_course_again, give_up_course
from kith.courses.actions.holding import hold_course
from kith.courses.forms import CourseBookingForm
from kith.courses.queries.places import PlaceOnCourse, course_calendar, course_place_page
from kith.courses.queries.public import CoursePage, course_card, course_page
from kith.courses.rules.codes import PlaceState
from kith.courses.wording.codes import SAID_TO_HER
from kith.families.queries.cards import contact_of
from kith.groups.forms.needs import as_initial, summary
from kith.groups.queries.needs import needs_remembered
from kith.groups.rules.places import HELD_FOR
from kith.groups.views.booking import MOST_KEPT, calendar_file, see_other
from kith.kernel.ids import CourseId, FamilyId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import organisation_of_kind
from kith.organisations.rules import OrganisationKind
from kith.places.codes.languages import spoken_language
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request, Viewer, ViewerKind
from kith.platform.private_links import unkept
from kith.platform.ui import formats
from kith.platform.ui.questions import is_done
from kith.platform.ui.refusals import refusal_words
from kith.platform.web.asked_lately import asked_too_often
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.whats_on.queries.pages import venue_of
from kith.whats_on.words import AUDIENCE_WORDS


def course(request: Request, course_id: int) -> HttpResponse:
    """What the course is, date by date, where, who is welcome, and how to come."""
    page = _page(request, course_id)
    who = AUDIENCE_WORDS[page.course.first.audience]
    shown = {"page": page, "course": page.course, "who": who, "spoken_language": spoken_language}
    return render(request, "courses/course.jinja", shown)


@unkept
def book(request: Request, course_id: int) -> HttpResponse:
    """The one calm form, for every date; a visitor is led to the page that waits for her proof."""
    lang = get_language() or "en"
    card = course_card(request.viewer, CourseId(course_id), lang=lang)
    if card is None:
        raise NotFound("course")
    family_id = _own_family(request.viewer)
    remembered = needs_remembered(request.viewer, family_id) if family_id else None
    form = CourseBookingForm(
        request.POST if request.method == "POST" else None,
        session_id=card.first.id,
        language=lang,
        initial=_known_of(request.viewer, family_id) | (as_initial(remembered) if remembered else {}),
    )
    led_to: list[str] = []
    if is_done(form, lambda: led_to.append(_take(request, form, card.id, family_id))):
        return see_other(led_to[0])
    context = {
        "course": course_card(request.viewer, card.id, lang=lang),
        "venue": venue_of(request.viewer, card.first, lang=lang),
        "form": form,
        "told": summary(remembered) if remembered else None,
        "health_visiting": None if family_id else organisation_of_kind(OrganisationKind.HEALTH_VISITING),
    }
    return render(request, "courses/book.jinja", context)


@unkept
@asks_first("cancel")
def place(request: Request, course_token: str) -> HttpResponse:
    """The place on a course, date by date; the rest of it is given up once it is clear what happens."""
    problem = ""
    found = _place(request, course_token)
    if request.POST.get("do") == "cancel" and found.may_end:
        return confirmed(request, _sure(found), lambda _said: _give_up(request, course_token))
    if request.POST.get("do") == "book-again":
        try:
            book_course_again(by=request.viewer, token=course_token)
            return see_other(request.path)
        except Refusal as refusal:
            problem = refusal_words(refusal)
    elif request.method == "POST":
        return see_other(request.path)
    shown = {
        "place": found,
        "course": found.course,
        "venue": venue_of(request.viewer, found.course.first, lang=get_language() or "en"),
        "words": SAID_TO_HER,
        "problem": problem,
        "spoken_language": spoken_language,
    }
    return render(request, "courses/place.jinja", shown)


@unkept
def place_calendar(request: Request, course_token: str) -> HttpResponse:
    """All dates in one calendar file, for any phone."""
    file = course_calendar(request.viewer, course_token, lang=get_language() or "en")
    if not file:
        raise NotFound("course place")
    return calendar_file(file)


def _give_up(request: Request, token: str) -> HttpResponse:
    give_up_course(by=request.viewer, token=token)
    return see_other(reverse("course-place", args=[token]))


def _sure(found: PlaceOnCourse) -> Sure:
    """What is given up, and that it may not come back."""
    title, back = found.course.title.text, reverse("course-place", args=[found.token])
    if found.state is PlaceState.WAITING:
        turn = (_("You lose your turn on the waiting list."),)
        return Sure(_("Leave the waiting list?"), title, turn, _("Leave the waiting list"), back, _PUBLIC)
    count = found.progress.to_come
    given = ngettext("Your place on %(num)s date goes to others.", "Your places on %(num)s dates go to others.", count)
    happens = (given % {"num": formats.number(count)}, _("You may not get them back."))
    return Sure(_("Give up the rest of the course?"), title, happens, _("Give up the rest"), back, _PUBLIC)


def _take(request: Request, form: CourseBookingForm, course_id: CourseId, family_id: FamilyId | None) -> str:
    """The address of what it became: a place for who has signed in, else the page that waits for the proof."""
    viewer = request.viewer
    if family_id:
        receipt = book_course(by=viewer, family_id=family_id, course_id=course_id, order=form.order())
        return reverse("course-place", args=[receipt.token])
    if viewer.is_staff:
        receipt = book_course_for_person(by=viewer, course_id=course_id, wish=form.wish())
        return reverse("course-place", args=[receipt.token])
    too_often = asked_too_often(request, "hold_places", most=MOST_KEPT, within=HELD_FOR)
    held = hold_course(by=viewer, course_id=course_id, wish=form.wish(), keeps_places=not too_often)
    return reverse("held-course", args=[held.course_id, held.token])


def _page(request: Request, course_id: int) -> CoursePage:
    page = course_page(request.viewer, CourseId(course_id), lang=get_language() or "en")
    if page is None:
        raise NotFound("course")
    return page


def _place(request: Request, token: str) -> PlaceOnCourse:
    found = course_place_page(request.viewer, token, lang=get_language() or "en")
    if found is None:
        raise NotFound("course place")
    return found


def _own_family(viewer: Viewer) -> FamilyId | None:
    return min(viewer.family_ids) if viewer.kind is ViewerKind.PARENT and viewer.family_ids else None


def _known_of(viewer: Viewer, family_id: FamilyId | None) -> dict[str, str]:
    """What a signed-in parent need not type again."""
    known = contact_of(viewer, family_id) if family_id else None
    return {"name": known.name, "contact": known.email or known.phone} if known else {}


_PUBLIC = "layouts/public.jinja"
