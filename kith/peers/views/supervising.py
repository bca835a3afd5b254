"""For those who look after supporters: who needs a person now, supervision, and money."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.kernel.ids import MembershipId
from kith.kernel.tables import csv_text
from kith.peers.actions import supervising, supporting
from kith.peers.forms.supporting import SuperviseForm, SupervisorForm, WhyForm
from kith.peers.queries import supervising as reading
from kith.peers.rules.codes import SupporterId
from kith.peers.rules.supporting import HelpCallId, PaidState, PeerExpenseId
from kith.peers.views.asking import Asked, ask, to
from kith.peers.wording import supporting as words
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.undoing.editing import sent


def watch(request: Request) -> HttpResponse:
    """Calls that wait, pairs to look at, and supervisions that are late."""
    if request.method == "POST":
        supporting.answer_help(by=request.viewer, call_id=HelpCallId(_number(request, "answer", "call")))
        return to("peer-watch")
    return render(request, "peers/watch.jinja", {"it": reading.watch(request.viewer), "words": words})


def supervision(request: Request, supporter_id: int) -> HttpResponse:
    """What was said in supervision of one supporter, and when the next one is."""
    found = reading.supervision(request.viewer, SupporterId(supporter_id))
    form = SuperviseForm(sent(request))

    def act() -> HttpResponse:
        key = form.cleaned_data["request_key"]
        supervising.note_supervision(by=request.viewer, supporter_id=found.supporter_id, new=form.new, request_key=key)
        return to("peer-supervision", found.supporter_id)

    return question(request, "peers/supervision.jinja", form, act, {"it": found})


def supervisor(request: Request, supporter_id: int) -> HttpResponse:
    """Which person supervises a supporter."""
    found = reading.supervision(request.viewer, SupporterId(supporter_id))
    form = SupervisorForm(sent(request), people=reading.supervisors_to_choose(request.viewer))

    def act() -> None:
        who = MembershipId(int(form.cleaned_data["supervisor"]))
        supervising.set_supervisor(by=request.viewer, supporter_id=found.supporter_id, supervisor=who)

    back = reverse("peer-supervision", args=[found.supporter_id])
    return ask(request, Asked(_("Who supervises them?"), found.name, _("Save"), back), form, act)


@asks_first("paid")
def costs(request: Request) -> HttpResponse:
    """Expenses: approve one; note that one is paid, and the supporter is told."""
    if request.method == "POST":
        return _settled(request)
    to_decide, to_pay = reading.costs(request.viewer)
    return render(request, "peers/costs.jinja", {"to_decide": to_decide, "to_pay": to_pay, "words": words})


def refuse(request: Request, peer_expense_id: int) -> HttpResponse:
    """Why an expense is not paid."""
    row = reading.cost(request.viewer, peer_expense_id)
    form = WhyForm(sent(request))

    def act() -> None:
        why = form.cleaned_data["why"]
        supporting.decide_cost(by=request.viewer, expense_id=row.id, state=PaidState.REFUSED, why=why)

    return ask(request, Asked(_("Refuse"), row.name, _("Refuse"), reverse("peer-costs")), form, act)


def costs_csv(request: Request) -> HttpResponse:
    """Every expense as a file for the accounts."""
    headings = ("Name", "What for", "Day", "Miles", "Pounds", "State", "Why")
    rows = (
        (row.name, row.kind.value, row.spent_on, row.miles or None, f"{row.pence / 100:.2f}", row.state.value, row.why)
        for row in reading.all_costs(request.viewer)
    )
    answer = HttpResponse(csv_text(headings, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="peer-expenses.csv"'
    return answer


def _settled(request: Request) -> HttpResponse:
    do = request.POST.get("do", "")
    if do not in ("approve", "paid"):
        raise NotFound("expense")
    row = reading.cost(request.viewer, _number(request, do, "row"))
    if do == "approve":
        supporting.decide_cost(by=request.viewer, expense_id=row.id, state=PaidState.APPROVED)
        return to("peer-costs")
    happens = (_("The supporter is told that the money is on the way."),)
    sure = Sure(_("Is it paid?"), row.name, happens, _("It is paid"), reverse("peer-costs"))

    def act(_answers: object) -> HttpResponse:
        supporting.decide_cost(by=request.viewer, expense_id=PeerExpenseId(row.id), state=PaidState.PAID)
        return to("peer-costs")

    return confirmed(request, sure, act)


def _number(request: Request, do: str, name: str) -> int:
    """The number of the row that a button was pressed beside; NotFound for anything else."""
    typed = request.POST.get(name, "")
    if request.POST.get("do") != do or not (typed.isascii() and typed.isdigit() and len(typed) < 10):
        raise NotFound(name)
    return int(typed)
