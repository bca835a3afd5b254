"""Becoming a peer supporter: the public page, the first word, and one's own path behind a private link."""

from functools import partial

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from kith.peers.actions.interest import apply_as_peer, say_interest
from kith.peers.forms.own import ApplyForm, InterestForm
from kith.peers.queries.supporters import own_path
from kith.peers.rules.codes import WEEKS, SupporterState
from kith.peers.wording.codes import STATES
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.studies.one_by_one import OneByOne

QUESTION = "studies/one_question.jinja"


def become(request: Request) -> HttpResponse:
    """What peer supporters do, and how one becomes one."""
    return render(request, "peers/become.jinja", {})


@unkept
def join(request: Request) -> HttpResponse:
    """Ask who would like to support others, one question a page."""

    def act(form: InterestForm) -> HttpResponse:
        contact, key = form.contact(get_language() or "en"), form.cleaned_data["request_key"]
        say_interest(by=request.viewer, contact=contact, request_key=key)
        return render(request, "peers/thanks.jinja")

    words = {"title": gettext("Become a peer supporter"), "last": gettext("Send it"), "note": ""}
    page = {"back": reverse("become-supporter"), **words}
    return OneByOne(InterestForm, QUESTION, page).answer(request, act)


@unkept
def path(request: Request, peer_token: str) -> HttpResponse:
    """How far one has come, and what comes next."""
    found = own_path(request.viewer, peer_token)
    return render(request, "peers/path.jinja", {"it": found, "states": STATES, "weeks": WEEKS})


@unkept
def apply(request: Request, peer_token: str) -> HttpResponse:
    """The application, one question a page; sent already, it is shown how far one has come."""
    found = own_path(request.viewer, peer_token)
    back = reverse("peer-path", args=[found.token])
    if request.method == "GET" and found.state is not SupporterState.INTERESTED:
        return HttpResponseRedirect(back, status=303)

    def act(form: ApplyForm) -> HttpResponse:
        apply_as_peer(by=request.viewer, token=found.token, said=form.said)
        return HttpResponseRedirect(back, status=303)

    words = {"title": gettext("Become a peer supporter"), "last": gettext("Send it"), "note": ""}
    return OneByOne(partial(ApplyForm), QUESTION, {"back": back, **words}).answer(request, act)
