"""Pages of panels at the desk: panels, what is paid, members, and what is owed."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from kith.panels.actions import inviting, money, panels
from kith.panels.forms.desk import InviteForm, PanelForm, TermsForm
from kith.panels.forms.findings import RefuseForm
from kith.panels.queries import panels as reading
from kith.panels.queries.money import expense, of_member, owed
from kith.panels.queries.sessions import sessions
from kith.panels.queries.terms import terms_now, terms_so_far
from kith.panels.queries.totals import totals
from kith.panels.rules.codes import ExpenseId, ExpenseState, MemberId, MemberState, PanelId, PaymentId
from kith.panels.wording.codes import (
    ANSWERS,
    EXPENSE_KINDS,
    EXPENSE_STATES,
    MEMBER_KINDS,
    MEMBER_STATES,
    PAYING,
    TOTAL_NAMES,
)
from kith.panels.wording.money import pounds
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.undoing.confirming import Sure, asks_first, confirmed

WORDS = {
    "kinds": EXPENSE_KINDS,
    "expense_states": EXPENSE_STATES,
    "member_kinds": MEMBER_KINDS,
    "states": MEMBER_STATES,
    "paying": PAYING,
    "pounds": pounds,
}


def all_panels(request: Request) -> HttpResponse:
    """The panels, what was asked lately, and the ways to the other pages."""
    page = {
        "panels": reading.panels(request.viewer),
        "sessions": sessions(request.viewer, ListAsked.of(request.GET, "sessions")),
        "terms": terms_now(request.viewer),
    }
    return render(request, "panels/panels.jinja", page)


def found(request: Request) -> HttpResponse:
    """Ask what a new panel is for."""
    form = PanelForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        panel_id = panels.found_panel(by=request.viewer, **form.cleaned_data)
        return HttpResponseRedirect(reverse("panel", args=[panel_id]), status=303)

    return question(request, "panels/found.jinja", form, act)


@asks_first("close")
def panel(request: Request, panel_id: int) -> HttpResponse:
    """One panel: its members for those who invite them, its sessions for all who take part; close it."""
    row = reading.panel(request.viewer, PanelId(panel_id))
    may_invite = Permission.MANAGE_PANELS in request.viewer.permissions
    if request.method == "POST":
        if not may_invite:
            raise Forbidden(Permission.MANAGE_PANELS.value)
        return _close(request, row)
    state = request.GET.get("state", "")
    asked = ListAsked.of(request.GET, "members")
    page = {
        "row": row,
        "members": reading.members_of(request.viewer, row.id, asked, state=state) if may_invite else None,
        "sessions": sessions(request.viewer, ListAsked.of(request.GET, "sessions"), panel_id=row.id),
        "state": state,
        "choices": [("", gettext("All")), *((each.value, MEMBER_STATES[each]) for each in MemberState)],
        **WORDS,
    }
    return render(request, "panels/panel.jinja", page)


def invite(request: Request, panel_id: int) -> HttpResponse:
    """Ask who is invited; she is sent what is paid in writing."""
    row = reading.panel(request.viewer, PanelId(panel_id))
    form = InviteForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        key = form.cleaned_data["request_key"]
        member_id = inviting.invite_member(by=request.viewer, panel_id=row.id, who=form.who, request_key=key)
        return HttpResponseRedirect(reverse("panel-person", args=[member_id]), status=303)

    return question(
        request, "panels/invite.jinja", form, act, {"row": row, "terms": terms_now(request.viewer), **WORDS}
    )


@asks_first("close", "rest")
def person(request: Request, member_id: int) -> HttpResponse:
    """One member: invite her again, close her invitation, end her rest; what she is offered and has spent."""
    row = reading.member(request.viewer, MemberId(member_id))
    if request.method == "POST":
        return _moved(request, row)
    payments, expenses = of_member(request.viewer, row.id)
    page = {"row": row, "payments": payments, "expenses": expenses, **WORDS}
    return render(request, "panels/person.jinja", page)


def write_terms(request: Request) -> HttpResponse:
    """What is paid, as it stands, and a new version of it."""
    form = TermsForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        panels.write_terms(by=request.viewer, new=form.new)
        return HttpResponseRedirect(reverse("panel-terms"), status=303)

    page = {"versions": terms_so_far(request.viewer), **WORDS}
    return question(request, "panels/terms.jinja", form, act, page)


@asks_first("paid", "pay")
def owing(request: Request) -> HttpResponse:
    """What is owed: approve an expense; note that an expense or a payment is made."""
    if request.method == "POST":
        return _settled(request)
    return render(request, "panels/owed.jinja", {"owed": owed(request.viewer), **WORDS})


def refuse(request: Request, expense_id: int) -> HttpResponse:
    """Ask why an expense is not paid."""
    row = expense(request.viewer, ExpenseId(expense_id))
    form = RefuseForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        why = form.cleaned_data["why"]
        money.decide_expense(by=request.viewer, expense_id=row.id, state=ExpenseState.REFUSED, why=why)
        return HttpResponseRedirect(reverse("panel-owed"), status=303)

    return question(request, "panels/refuse.jinja", form, act, {"row": row, **WORDS})


def counted(request: Request) -> HttpResponse:
    """Members by sex, age and ethnic group, in totals of quarters that are over."""
    return render(
        request, "panels/totals.jinja", {"lines": totals(request.viewer), "names": TOTAL_NAMES, "answers": ANSWERS}
    )


def _close(request: Request, row: reading.PanelRow) -> HttpResponse:
    back = reverse("panel", args=[row.id])
    sure = Sure(
        gettext("Close this panel?"),
        row.name,
        (gettext("It stands on the public page no more, and nobody can join it."),),
        gettext("Close the panel"),
        back,
    )

    def act(_answers: object) -> HttpResponse:
        panels.close_panel(by=request.viewer, panel_id=row.id)
        return HttpResponseRedirect(back, status=303)

    return confirmed(request, sure, act)


def _moved(request: Request, row: reading.MemberRow) -> HttpResponse:
    do, back = request.POST.get("do", ""), reverse("panel-person", args=[row.id])
    if do == "again":
        inviting.invite_again(by=request.viewer, member_id=row.id)
        return HttpResponseRedirect(back, status=303)
    if do not in ("close", "rest"):
        raise NotFound("member")
    close = Sure(
        gettext("Close this invitation?"),
        row.name,
        (gettext("Her link opens no question any more. You can invite her again."),),
        gettext("Close it"),
        back,
    )
    rest = Sure(
        gettext("Write to her again?"),
        row.name,
        (gettext("Messages go to her by themselves again. Do this only after you have spoken with her."),),
        gettext("Yes, she wishes it"),
        back,
    )

    def act(_answers: object) -> HttpResponse:
        if do == "close":
            inviting.close_invitation(by=request.viewer, member_id=row.id)
        else:
            inviting.end_rest(by=request.viewer, member_id=row.id)
        return HttpResponseRedirect(back, status=303)

    return confirmed(request, close if do == "close" else rest, act)


def _settled(request: Request) -> HttpResponse:
    do, typed = request.POST.get("do", ""), request.POST.get("row", "")
    if do not in ("approve", "paid", "pay") or not (typed.isascii() and typed.isdigit() and len(typed) < 10):
        raise NotFound("expense")
    back, number = HttpResponseRedirect(reverse("panel-owed"), status=303), int(typed)
    if do == "approve":
        money.decide_expense(by=request.viewer, expense_id=ExpenseId(number), state=ExpenseState.APPROVED)
        return back
    sure = Sure(
        gettext("Is the money on its way?"),
        "",
        (gettext("She is told that it is paid. This cannot be taken back."),),
        gettext("Yes, it is paid"),
        reverse("panel-owed"),
    )

    def act(_answers: object) -> HttpResponse:
        if do == "pay":
            money.pay_for_session(by=request.viewer, payment_id=PaymentId(number))
        else:
            money.decide_expense(by=request.viewer, expense_id=ExpenseId(number), state=ExpenseState.PAID)
        return back

    return confirmed(request, sure, act)
