"""For those who lend: the line, one request, handing over, the loans, and taking a pump back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.equipment.actions.handing_over import begin_hand_over, drop_hand_over, finish_hand_over
from kith.equipment.actions.lending import arrange_return, extend_loan, lose_pump, return_pump
from kith.equipment.actions.requesting import end_request, request_pump
from kith.equipment.forms.lending import BeginForm, CollectionForm, EndForm, FinishForm, RequestForm, ReturnForm
from kith.equipment.papers import agreement
from kith.equipment.queries.loans import loan_page, loans_page
from kith.equipment.queries.requests import line_page, request_row
from kith.equipment.rules.codes import LoanId, PumpRequestId
from kith.equipment.views.answers import own, pdf, sent_with_files, to
from kith.equipment.wording import codes as words
from kith.families.queries.cards import family_to_change
from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import refusal_words
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.undoing.editing import sent


def line(request: Request) -> HttpResponse:
    """Who waits for a pump, in which order and how long; and which families one is kept for."""
    page = line_page(request.viewer, ListAsked.of(request.GET))
    return render(request, "equipment/desk/line.jinja", {"page": page, "words": words})


def ask(request: Request, family_id: UUID) -> HttpResponse:
    """Ask why a family needs a pump; with a tag it is handed over at once."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    form = RequestForm(*sent_with_files(request))

    def act() -> HttpResponse:
        asked = request_pump(by=request.viewer, organisation_id=own(request), family_id=family.id, wish=form.wish)
        return to("finish-hand-over", asked.loan_id) if asked.loan_id else to("pump-request", asked.request_id)

    return question(request, "equipment/desk/ask.jinja", form, act, {"family": family})


def wish(request: Request, request_id: int) -> HttpResponse:
    """One request: what the rule says, the pump that is kept, and what can be done."""
    row = request_row(request.viewer, PumpRequestId(request_id))
    form = EndForm(sent(request))

    def act() -> HttpResponse:
        end_request(by=request.viewer, request_id=row.id, **form.cleaned_data)
        return to("pump-line")

    return question(request, "equipment/desk/request.jinja", form, act, {"row": row, "words": words})


def begin(request: Request, request_id: int) -> HttpResponse:
    """Ask which pump it is: the one kept for her, or another that is ready."""
    row = request_row(request.viewer, PumpRequestId(request_id))
    form = BeginForm(*sent_with_files(request))

    def act() -> HttpResponse:
        said = {name: form.cleaned_data[name] for name in ("tag", "request_key")}
        return to("finish-hand-over", begin_hand_over(by=request.viewer, request_id=row.id, **said))

    return question(request, "equipment/desk/begin.jinja", form, act, {"row": row})


def finish(request: Request, loan_id: int) -> HttpResponse:
    """Ask what was shown and agreed; or break the hand-over off."""
    page = loan_page(request.viewer, LoanId(loan_id))
    if request.POST.get("do") == "drop":
        drop_hand_over(by=request.viewer, loan_id=page.loan.id)
        return to("pump-loans")
    if not page.loan.is_unfinished and request.method == "GET":
        return to("pump-loan", page.loan.id)
    form = FinishForm(sent(request))

    def act() -> HttpResponse:
        finish_hand_over(by=request.viewer, loan_id=page.loan.id, said=form.said)
        return to("pump-loan", page.loan.id)

    return question(request, "equipment/desk/finish.jinja", form, act, {"page": page})


def loans(request: Request) -> HttpResponse:
    """The pumps that are out, the first due first, and hand-overs that are not finished."""
    page = loans_page(request.viewer, ListAsked.of(request.GET))
    return render(request, "equipment/desk/loans.jinja", {"page": page, "words": words})


def loan(request: Request, loan_id: int) -> HttpResponse:
    """One loan; a tap lets her keep the pump longer, unless others wait."""
    page, problem = loan_page(request.viewer, LoanId(loan_id)), ""
    if request.method == "POST" and page.loan.due_on:
        try:
            extend_loan(by=request.viewer, loan_id=page.loan.id, due_on=page.loan.due_on)
            return to("pump-loan", page.loan.id)
        except Refusal as refusal:
            problem = refusal_words(refusal)
    shown = {"page": page, "loan": page.loan, "problem": problem, "words": words}
    return render(request, "equipment/desk/loan.jinja", shown, status=422 if problem else 200)


def take_back(request: Request, loan_id: int) -> HttpResponse:
    """Ask how the pump came back, and whether it helped her reach her goal."""
    page = loan_page(request.viewer, LoanId(loan_id))
    form = ReturnForm(sent(request))

    def act() -> HttpResponse:
        return_pump(by=request.viewer, loan_id=page.loan.id, **form.cleaned_data)
        return to("pump", page.loan.unit_id)

    return question(request, "equipment/desk/take_back.jinja", form, act, {"loan": page.loan})


def collect(request: Request, loan_id: int) -> HttpResponse:
    """Ask how the pump comes back; reminders rest from then on."""
    page = loan_page(request.viewer, LoanId(loan_id))
    form = CollectionForm(sent(request))

    def act() -> HttpResponse:
        arrange_return(by=request.viewer, loan_id=page.loan.id, **form.answer)
        return to("pump-loan", page.loan.id)

    return question(request, "equipment/desk/collect.jinja", form, act, {"page": page})


@asks_first()
def lose(request: Request, loan_id: int) -> HttpResponse:
    """Note that the pump will not come back, once it is clear what that means."""
    page = loan_page(request.viewer, LoanId(loan_id))

    def act(_said: object) -> HttpResponse:
        lose_pump(by=request.viewer, loan_id=page.loan.id)
        return to("pump-loan", page.loan.id)

    happens = (
        _("The loan ends, and no reminder goes out any more."),
        _("The family pays nothing."),
        _("If the pump is found, it goes into quarantine and is cleaned and checked first."),
    )
    words_of = _("Note that it is lost")
    back = reverse("pump-loan", args=[loan_id])
    return confirmed(request, Sure(f"{words_of}?", page.loan.tag, happens, words_of, back), act)


def paper(request: Request, loan_id: int) -> HttpResponse:
    """The agreement as a PDF, in the language that the family reads."""
    page = loan_page(request.viewer, LoanId(loan_id))
    return pdf(agreement(page), f"pump-{page.loan.tag}")
