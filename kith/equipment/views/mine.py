"""For a parent: how pumps are lent here, asking for one, and her own."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.equipment.actions.lending import arrange_return, extend_loan
from kith.equipment.actions.requesting import end_request, request_pump
from kith.equipment.forms.lending import MyCollectionForm, MyRequestForm
from kith.equipment.papers import agreement
from kith.equipment.queries.loans import LoanPage, my_loan
from kith.equipment.queries.requests import my_request, waits_of_place
from kith.equipment.rules.codes import Need, PumpRequestId, RequestState, WhyEnded
from kith.equipment.settings import accepted_needs
from kith.equipment.views.answers import pdf, to
from kith.equipment.wording import codes as words
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import refusal_words
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.undoing.editing import sent


def pumps_public(request: Request) -> HttpResponse:
    """How a pump is borrowed here: the rule of need, and how long it takes at present."""
    waits = waits_of_place()
    page = {
        "needs": [each for each in Need if each in accepted_needs()],
        "wait": waits[0][1] if waits else None,
        "words": words,
    }
    return render(request, "equipment/public.jinja", page)


@asks_first("end")
def my_pump(request: Request) -> HttpResponse:
    """Her pump, her place in the line, or the one question by which she asks."""
    family_id = min(request.viewer.family_ids)
    page, wish = my_loan(request.viewer, family_id), my_request(request.viewer, family_id)
    if request.POST.get("do") == "end" and wish and wish.is_open:
        return _end(request, wish.id)
    if request.POST.get("do") == "extend" and page:
        return _extended(request, page)
    form = MyRequestForm(sent(request))
    waits = waits_of_place()

    def act() -> HttpResponse:
        if not waits:
            raise NotFound("pumps")
        request_pump(by=request.viewer, organisation_id=waits[0][0], family_id=family_id, wish=form.wish)
        return to("my-pump")

    shown = {
        "loan": page,
        "wish": wish if wish and (wish.is_open or wish.state is RequestState.ENDED) else None,
        "problem": "",
        "may_ask": bool(waits) and page is None and not (wish and wish.is_open),
        "words": words,
    }
    return question(request, "equipment/my/pump.jinja", form, act, shown)


def my_return(request: Request) -> HttpResponse:
    """Ask how she would like to give the pump back."""
    page = my_loan(request.viewer, min(request.viewer.family_ids))
    if page is None:
        raise NotFound("loan")
    form = MyCollectionForm(sent(request))

    def act() -> HttpResponse:
        arrange_return(by=request.viewer, loan_id=page.loan.id, **form.answer)
        return to("my-pump")

    return question(request, "equipment/my/give_back.jinja", form, act, {"page": page})


def my_paper(request: Request) -> HttpResponse:
    """Her agreement as a PDF."""
    page = my_loan(request.viewer, min(request.viewer.family_ids))
    if page is None:
        raise NotFound("loan")
    return pdf(agreement(page), "pump")


def _extended(request: Request, page: LoanPage) -> HttpResponse:
    assert page.loan.due_on
    try:
        extend_loan(by=request.viewer, loan_id=page.loan.id, due_on=page.loan.due_on)
        return to("my-pump")
    except Refusal as refusal:
        shown = {"loan": page, "form": MyRequestForm(None), "words": words, "problem": refusal_words(refusal)}
        return render(request, "equipment/my/pump.jinja", shown, status=422)


def _end(request: Request, request_id: PumpRequestId) -> HttpResponse:
    """Ask first: her place in the line is gone then."""

    def act(_said: object) -> HttpResponse:
        end_request(by=request.viewer, request_id=request_id, why=WhyEnded.NOT_WANTED)
        return to("my-pump")

    happens = (_("You leave the line, or the pump that is kept for you goes to another family."),)
    button, back = _("I need no pump any more"), reverse("my-pump")
    return confirmed(request, Sure(f"{button}?", "", happens, button, back, "layouts/public.jinja"), act)
