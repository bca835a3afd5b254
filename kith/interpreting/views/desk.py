"""The coordinator's pages: what needs a hand, what it costs, who interprets."""

from datetime import date

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.interpreting import wording
from kith.interpreting.actions import listing
from kith.interpreting.actions.listing import change_interpreter, end_interpreter, set_interpreter_line
from kith.interpreting.forms.listing import InterpreterForm, LineForm, typed_of
from kith.interpreting.queries import interpreters as interpreters_queries
from kith.interpreting.queries.costs import month_costs
from kith.interpreting.queries.desk import interpreting_desk
from kith.interpreting.queries.interpreters import own_line
from kith.kernel import clock
from kith.kernel.ids import InterpreterId, WayProposalId
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import is_done, question
from kith.platform.ui.refusals import refusal_words
from kith.undoing.confirming import Sure, asks_first, confirmed


def interpreting(request: Request) -> HttpResponse:
    """To arrange, unconfirmed, today, to come."""
    page = {"lists": interpreting_desk(request.viewer, ListAsked.of(request.GET)), "wording": wording}
    return render(request, "interpreting/desk.jinja", page)


def costs(request: Request) -> HttpResponse:
    """What a month cost."""
    found = month_costs(request.viewer, _month(request.GET.get("month", "")), ListAsked.of(request.GET))
    page = {"costs": found, "wording": wording}
    return render(request, "interpreting/costs.jinja", page)


def interpreters(request: Request) -> HttpResponse:
    """Who interprets, and the telephone line."""
    page = {
        "found": interpreters_queries.interpreters(request.viewer, ListAsked.of(request.GET)),
        "line": own_line(request.viewer),
        "wording": wording,
    }
    return render(request, "interpreting/interpreters.jinja", page)


def add_interpreter(request: Request) -> HttpResponse:
    """Put an interpreter on the list."""
    form = InterpreterForm(request.POST if request.method == "POST" else None)

    def add() -> HttpResponse:
        own = min(request.viewer.organisation_ids)
        listing.add_interpreter(by=request.viewer, organisation_id=own, listed=form.listed())
        return _to_list()

    return question(request, "interpreting/interpreter_form.jinja", form, add, {"card": None, "problem": ""})


@asks_first("end")
def interpreter(request: Request, interpreter_id: int) -> HttpResponse:
    """Change what stands about her, or take her off the list."""
    key, problem, waiting = InterpreterId(interpreter_id), "", list[WayProposalId]()
    card = interpreters_queries.interpreter(request.viewer, key)
    is_ending = request.POST.get("do") == "end"
    form = InterpreterForm(request.POST if request.method == "POST" and not is_ending else None, initial=typed_of(card))
    if is_ending:
        try:
            return confirmed(request, _sure(card.name, key), lambda _said: _end(request, key))
        except Refusal as refusal:
            problem = refusal_words(refusal)
    elif is_done(
        form, lambda: waiting.extend(change_interpreter(by=request.viewer, interpreter_id=key, listed=form.listed()))
    ):
        # Another number or mailbox counts once it is confirmed: she is led to where that is waited for.
        return HttpResponseRedirect(reverse("ways"), status=303) if waiting else _to_list()
    page = {"form": form, "card": card, "problem": problem}
    status = 422 if form.errors or problem else 200
    return render(request, "interpreting/interpreter_form.jinja", page, status=status)


def _end(request: Request, key: InterpreterId) -> HttpResponse:
    end_interpreter(by=request.viewer, interpreter_id=key)
    return _to_list()


def _sure(name: str, key: InterpreterId) -> Sure:
    happens = (_("Nobody can ask this interpreter any more."), _("To work with them again, add them anew."))
    back = reverse("interpreter", args=[key])
    return Sure(_("Take this interpreter off the list?"), name, happens, _("Take off the list"), back)


def interpreter_line(request: Request) -> HttpResponse:
    """The number that one's own organisation rings where no interpreter is there."""
    line = own_line(request.viewer)
    said = {"phone": line.phone, "access_code": line.access_code} if line else {}
    form = LineForm(request.POST if request.method == "POST" else None, initial=said)

    def change() -> HttpResponse:
        own = sorted(request.viewer.organisation_ids)
        if not own:
            raise NotFound("organisation")
        set_interpreter_line(by=request.viewer, organisation_id=own[0], **form.cleaned_data)
        return _to_list()

    return question(request, "interpreting/line.jinja", form, change)


def _to_list() -> HttpResponse:
    return HttpResponseRedirect(reverse("interpreters"), status=303)


def _month(typed: str) -> date:
    """The month asked for, or this one where none or no real one was."""
    today = clock.today()
    try:
        return min(date.fromisoformat(f"{typed}-01"), today)
    except ValueError:
        return today
