"""What parents read."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from kith.library import queries, wording
from kith.platform.access import Request


def advice(request: Request) -> HttpResponse:
    """All pages of advice, by topic."""
    page = {"lists": queries.advice_list(request.viewer, get_language() or "en"), "wording": wording}
    return render(request, "library/advice.jinja", page)


def advice_page(request: Request, slug: str) -> HttpResponse:
    """One page of advice: what stands now, in the reader's language where there is any."""
    page = {"page": queries.advice_page(request.viewer, slug, get_language() or "en"), "wording": wording}
    return render(request, "library/page.jinja", page)


def scripts(request: Request) -> HttpResponse:
    """For whoever is asked by parents: what to say, by topic."""
    page = {"lists": queries.advice_list(request.viewer, get_language() or "en"), "wording": wording}
    return render(request, "library/scripts.jinja", page)


def script(request: Request, slug: str) -> HttpResponse:
    """What to say on one subject, with its sources."""
    page = {"page": queries.advice_page(request.viewer, slug, get_language() or "en")}
    return render(request, "library/script.jinja", page)
