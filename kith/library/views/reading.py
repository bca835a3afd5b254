"""What parents read."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.library import wording
from kith.library.queries import reading
from kith.library.queries.reading import advice_list, told_by_staff
from kith.library.rules.words import PageKind
from kith.platform.access.viewer import Request


def advice(request: Request) -> HttpResponse:
    """All pages of advice, by topic."""
    page = {"lists": advice_list(request.viewer, get_language() or "en"), "wording": wording}
    return render(request, "library/advice.jinja", page)


def advice_page(request: Request, slug: str) -> HttpResponse:
    """One page of advice: what stands now, in the reader's language where there is any."""
    page = reading.advice_page(request.viewer, slug, get_language() or "en")
    return render(request, "library/page.jinja", {"page": page, "wording": wording, "easy": False})


def easy_page(request: Request, slug: str) -> HttpResponse:
    """The same page in easy words, wherever there are any."""
    page = reading.advice_page(request.viewer, slug, get_language() or "en").in_easy_words()
    return render(request, "library/page.jinja", {"page": page, "wording": wording, "easy": True})


def scripts(request: Request) -> HttpResponse:
    """For staff when parents ask: conversations, slides for courses, and what to say by topic."""
    language = get_language() or "en"
    lists = {kind: advice_list(request.viewer, language, kind) for kind in PageKind}
    return render(request, "library/scripts.jinja", {"lists": lists, "wording": wording})


def script(request: Request, slug: str) -> HttpResponse:
    """What to say on one subject, with its sources, and to print in every language."""
    page = told_by_staff(request.viewer, slug, get_language() or "en")
    return render(request, "library/script.jinja", {"page": page, "all_languages": INTERFACE_LANGUAGES})
