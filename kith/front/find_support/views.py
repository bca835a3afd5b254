"""The page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kith.front import queries as front
from kith.front.find_support.choosing import Letting
from kith.front.find_support.forms import SearchForm
from kith.front.find_support.queries import find_support
from kith.places.codes.languages import spoken_language
from kith.platform.access import Request

SHOWN_LINES = 2
SHOWN_RESULTS = 10
LETTING_WORDS = {
    Letting.DAY: _("the day"),
    Letting.VISIT: _("in person or online"),
    Letting.LANGUAGE: _("the language"),
}


def find_support_page(request: Request) -> HttpResponse:
    """One search; the answers stand in the link, so that it can be shared and the language switched."""
    form = SearchForm(request.GET)
    lang = get_language() or "en"
    answers = form.cleaned_data
    found = find_support(
        request.viewer, lang=lang, near=answers["near"], need=form.need_code, words=answers["words"], wish=form.wish
    )
    shows_all = "all" in request.GET or len(found.results) <= SHOWN_RESULTS + 2
    context = {
        "form": form,
        "shown": found.results if shows_all else found.results[:SHOWN_RESULTS],
        "all_link": "" if shows_all else form.link(all="yes"),
        "found": found,
        "helplines": front.helplines(request.viewer, lang)[:SHOWN_LINES],
        "near_typed": answers["near"],
        "let_go": [str(LETTING_WORDS[each]) for each in found.let_go],
        "spoken_language": spoken_language,
    }
    return render(request, "front/find_support.jinja", context)
