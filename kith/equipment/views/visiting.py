"""For a visitor without an account: asking for a pump, and showing that the e-mail or phone is hers."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from kith.equipment.actions.holding import (
    confirm_pump_by_code,
    confirm_pump_by_link,
    give_up_pump_wish,
    hold_pump_wish,
)
from kith.equipment.forms.visiting import PumpCodeForm, VisitorForm
from kith.equipment.queries.held import held_pump
from kith.equipment.queries.requests import waits_of_place
from kith.equipment.views.answers import to
from kith.equipment.wording import codes as words
from kith.groups.rules.places import HELD_FOR
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import RefusableForm
from kith.platform.web.asked_lately import asked_too_often
from kith.undoing.editing import sent

MOST_ASKED = 20
"""How many wishes of one network address are taken at a time: many mothers of one ward share one."""


@unkept
def ask(request: Request) -> HttpResponse:
    """The one form; from it she is led to the page that waits for her proof."""
    waits = waits_of_place()
    form = VisitorForm(sent(request), get_language() or "en")

    def act() -> HttpResponse:
        if not waits:
            raise NotFound("pumps")
        if asked_too_often(request, "hold_pump_wish", most=MOST_ASKED, within=HELD_FOR):
            raise Refusal("pump_asked_too_often")
        key = form.cleaned_data["request_key"]
        token = hold_pump_wish(by=request.viewer, organisation_id=waits[0][0], wish=form.wish, request_key=key)
        return to("held-pump", token)

    return question(request, "equipment/visitor/ask.jinja", form, act, {"may_ask": bool(waits)})


@unkept
def held(request: Request, held_pump_token: str) -> HttpResponse:
    """Look at your phone: the code is typed here, or the wish is let go. The link in the message does the same."""
    page = held_pump(request.viewer, token=held_pump_token)
    form = PumpCodeForm(sent(request))

    def act() -> HttpResponse:
        refusal = confirm_pump_by_code(by=request.viewer, token=held_pump_token, code=form.cleaned_data["code"])
        if refusal:
            raise refusal
        return to("held-pump", held_pump_token)

    return _proved(request, form, act, held_pump_token, {"page": page, "by_link": False, "words": words})


@unkept
def confirm(request: Request, proof_pump_token: str) -> HttpResponse:
    """What was asked for, to be confirmed by a tap: mail is opened by machines too, and a GET changes nothing."""
    page = held_pump(request.viewer, link=proof_pump_token)
    form = RefusableForm(sent(request))

    def act() -> HttpResponse:
        confirm_pump_by_link(by=request.viewer, link=proof_pump_token)
        return to("confirm-pump", proof_pump_token)

    return _proved(request, form, act, proof_pump_token, {"page": page, "by_link": True, "words": words})


def _proved(
    request: Request, form: RefusableForm, act: Callable[[], HttpResponse], secret: str, shown: dict[str, object]
) -> HttpResponse:
    if request.POST.get("do") == "let-go":
        give_up_pump_wish(by=request.viewer, secret=secret)
        return to("confirm-pump" if shown["by_link"] else "held-pump", secret)
    return question(request, "equipment/visitor/prove.jinja", form, act, {**shown, "sign_in": reverse("my-pump")})
