"""The front door's pages."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_request

from kith.front import actions, queries
from kith.front.forms import HelplineForm
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.organisations.queries.alliance import alliance_members, sharing_agreements
from kith.organisations.roles import KIND_NAMES
from kith.plans.queries.aims import public_aims
from kith.platform.access.viewer import Request


def choose_language(request: HttpRequest) -> HttpResponse:
    """The home page in the first language the browser asks for that we have."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


def home(request: Request) -> HttpResponse:
    """One question: what do you need now?"""
    return render(request, "front/home.jinja", {"coming": queries.coming_up(request.viewer, get_language() or "en")})


def help_now(request: Request) -> HttpResponse:
    """Signs of danger and who to call, before anything else; answered from lasting copies, database or not."""
    lines = queries.helplines(request.viewer, get_language() or "en")
    page = {"people": [each for each in lines if not each.is_automatic], "lines": lines}
    return render(request, "front/help_now.jinja", page)


def accessibility(request: Request) -> HttpResponse:
    """How every visitor can use this, and what to do when one cannot."""
    return render(request, "front/accessibility.jinja")


def privacy(request: Request) -> HttpResponse:
    """What is kept, why, for how long, and who may see it."""
    return render(request, "front/privacy.jinja")


def sources(request: Request) -> HttpResponse:
    """Where numbers, maps and letters come from."""
    return render(request, "front/sources.jinja")


def who_we_are(request: Request) -> HttpResponse:
    """The alliance: what it is for, who belongs to it, what they share, and how to reach them."""
    lang = get_language() or "en"
    page = {
        "members": alliance_members(request.viewer, lang=lang),
        "kinds": KIND_NAMES,
        "agreements": sharing_agreements(request.viewer, lang=lang),
        "aims": public_aims(request.viewer, lang=lang),
    }
    return render(request, "front/who_we_are.jinja", page)


def helplines(request: Request) -> HttpResponse:
    """The list of helplines for those who look after it."""
    rows = queries.all_helplines(request.viewer, get_language() or "en")
    return render(request, "front/helplines.jinja", {"rows": rows})


def helpline(request: Request, helpline_id: int) -> HttpResponse:
    """Correct one helpline."""
    found = queries.helpline_to_change(request.viewer, helpline_id)
    if found is None:
        raise Http404("helpline")
    form = HelplineForm(request.POST) if request.method == "POST" else HelplineForm.of(found)
    if request.method == "POST" and form.is_valid():
        actions.change_helpline(helpline_id=helpline_id, change=form.change(), by=request.viewer)
        return HttpResponseRedirect(reverse("helplines"))
    return render(
        request,
        "front/helpline.jinja",
        {"form": form, "name": found["name"], "languages_of_texts": INTERFACE_LANGUAGES},
    )
