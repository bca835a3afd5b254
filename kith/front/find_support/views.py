"""The pages: the search with its list and map, the list for paper, and the dates for a calendar."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from kith.front import queries as front
from kith.front.find_support.choosing import Letting
from kith.front.find_support.forms import MORE, MOST, SearchForm
from kith.front.find_support.queries import Findings, dates_found, find_support
from kith.kernel import clock
from kith.library.queries.danger import danger_in
from kith.places.codes.languages import spoken_language
from kith.platform.access.viewer import Request
from kith.whats_on.calendar import CalendarEntry, timetable_of, uid_of
from kith.whats_on.queries.finding import Choice
from kith.whats_on.queries.sessions import SessionCard

SHOWN_LINES = 2
LETTING_WORDS = {
    Letting.DAY: _("the day or time"),
    Letting.VISIT: _("in person or online"),
    Letting.ACCESS: _("what the place must have"),
    Letting.COST: _("only what is free"),
    Letting.AGE: _("the age of your baby"),
    Letting.LANGUAGE: _("the language"),
    Letting.NEED: _("what you need"),
}


def find_support_page(request: Request) -> HttpResponse:
    """One search; the answers stand in the link, so that it can be shared and the language switched."""
    form = SearchForm(request.GET)
    found = _found(request, form, form.most)
    more = form.link(show=form.most + MORE) + f"#result-{form.most + 1}"
    context = _context(request, form, found) | {
        "danger": danger_in(form.cleaned_data["words"]) or danger_in(form.cleaned_data["near"]),
        "more_link": more if found.has_more and form.most < MOST else "",
        "print_link": form.link(reverse("find-support-print")),
        "calendar_link": form.link(reverse("find-support-calendar")),
        "ask_again": [(name, form.link(near=name)) for name in found.perhaps_meant],
    }
    return render(request, "front/find_support.jinja", context)


def find_support_print(request: Request) -> HttpResponse:
    """The same list for paper: large, with everything one needs on the way and the numbers to call."""
    form = SearchForm(request.GET)
    found = _found(request, form, MOST)
    context = _context(request, form, found) | {"today": clock.today(), "back_link": form.link(reverse("find-support"))}
    return render(request, "front/find_support_print.jinja", context)


def find_support_calendar(request: Request) -> HttpResponse:
    """Every date that fits, as a calendar that a phone can follow; one that is called off disappears from it."""
    form = SearchForm(request.GET)
    lang = get_language() or "en"
    dates = dates_found(request.viewer, form.wish, lang=lang, near=form.cleaned_data["near"], most=MOST)
    text = timetable_of([_entry(*each) for each in dates], name=gettext("Feeding support"))
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="kith.ics"'
    return response


def _entry(choice: Choice, session: SessionCard) -> CalendarEntry:
    about = session.summary.text or choice.service.summary.text
    link = f"{settings.KITH.site_url}{reverse('session', args=[session.id])}"
    return CalendarEntry(
        uid=uid_of(session.id),
        title=session.title.text,
        about=about,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        venue=choice.venue,
        link=link,
        room=session.room,
        sequence=session.revision - 1,
    )


def _found(request: Request, form: SearchForm, most: int) -> Findings:
    lang = get_language() or "en"
    return find_support(request.viewer, form.wish, lang=lang, near=form.cleaned_data["near"], most=most)


def _context(request: Request, form: SearchForm, found: Findings) -> dict[str, object]:
    lines = front.helplines(request.viewer, get_language() or "en")
    return {
        "form": form,
        "found": found,
        "helplines": lines[:SHOWN_LINES],
        "near_typed": form.cleaned_data["near"],
        "let_go": [str(LETTING_WORDS[each]) for each in found.let_go],
        "spoken_language": spoken_language,
    }
