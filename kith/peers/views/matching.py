"""Matching at the desk: who waits, one wish with its proposals, the weights, and the plan of the week."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.peers.actions.matching import match_by_hand, set_match_weights, write_to_waiting
from kith.peers.forms.desk import HandForm, WeightsForm
from kith.peers.queries import matching as reading
from kith.peers.rules.codes import SupporterId, WishId
from kith.peers.views.asking import Asked, ask, to
from kith.peers.wording import codes as words
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.undoing.editing import sent


def wishes(request: Request) -> HttpResponse:
    """The mothers who wait for a supporter, without their names."""
    found = reading.wishes(request.viewer, ListAsked.of(request.GET))
    return render(request, "peers/wishes.jinja", {"found": found, "words": words})


def wish(request: Request, wish_id: int) -> HttpResponse:
    """One wish: what is proposed and why; a supporter she named is matched by hand."""
    found = reading.wish(request.viewer, WishId(wish_id))
    form = HandForm(sent(request), supporter=[("", ""), *found.others])

    def act() -> HttpResponse:
        supporter_id = SupporterId(int(form.cleaned_data["supporter"]))
        match_by_hand(by=request.viewer, wish_id=found.wish.id, supporter_id=supporter_id)
        return to("peer-wishes")

    return question(request, "peers/wish.jinja", form, act, {"it": found, "words": words})


def weigh(request: Request) -> HttpResponse:
    """How much each kind of wish weighs."""
    form = WeightsForm(sent(request), now=reading.match_weights(request.viewer))

    def act() -> None:
        set_match_weights(by=request.viewer, given=dict(form.cleaned_data))

    note = _("0 weighs nothing. What must be, and what must not be, holds whatever the weights.")
    asked = Asked(_("What each wish weighs"), "", _("Save"), reverse("peer-wishes"), note)
    return ask(request, asked, form, act)


@asks_first("")
def plan(request: Request) -> HttpResponse:
    """The best plan for all who wait: it suggests; each mother is written to, and chooses."""
    if request.method == "POST":
        return _written(request)
    return render(request, "peers/plan.jinja", {"it": reading.week_plan(request.viewer), "words": words})


def _written(request: Request) -> HttpResponse:
    happens = (
        _("Each mother for whom the plan has a supporter gets a message in her language."),
        _("She sees her proposals and chooses. Nobody is matched by this."),
    )
    button, back = _("Write to them"), reverse("peer-plan")
    sure = Sure(f"{button}?", "", happens, button, back)

    def act(_answers: object) -> HttpResponse:
        write_to_waiting(by=request.viewer)
        return to("peer-plan")

    return confirmed(request, sure, act)
