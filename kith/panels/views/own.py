"""Pages of a member, behind her private link: what she is offered, her answers, and leaving."""

from collections.abc import Callable
from functools import partial

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from kith.panels.actions import answering, money
from kith.panels.actions.credits import say_how_to_credit
from kith.panels.forms.own import AgreeForm, CountMeForm, CreditForm, ExpenseForm
from kith.panels.queries.own import OwnPage, own_page
from kith.panels.rules.codes import CreditId, MemberState, Naming, Paying, PaymentId, TermsId
from kith.panels.wording.codes import EXPENSE_KINDS, EXPENSE_STATES, MEMBER_STATES, NAMINGS, PAYING
from kith.panels.wording.money import pounds
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.platform.ui.questions import question
from kith.studies.one_by_one import Form, OneByOne
from kith.undoing.confirming import Sure, asks_first, confirmed

LAYOUT = "layouts/public.jinja"


@unkept
@asks_first("decline", "leave")
def own(request: Request, member_token: str) -> HttpResponse:
    """Her own page: she says no, leaves, answers a payment, or lets it stand on her page."""
    found = own_page(request.viewer, member_token)
    if request.method == "POST":
        return _done(request, found)
    page = {
        "found": found,
        "states": MEMBER_STATES,
        "kinds": EXPENSE_KINDS,
        "expense_states": EXPENSE_STATES,
        "paying": PAYING,
        "namings": NAMINGS,
        "pounds": pounds,
        "may_join_pages": bool(request.viewer.family_ids),
    }
    return render(request, "panels/own.jinja", page)


@unkept
def agree(request: Request, member_token: str) -> HttpResponse:
    """What she needs, one question a page, and her yes to what is paid."""
    found = own_page(request.viewer, member_token)
    terms = found.member.terms
    if terms is None or found.member.state not in (MemberState.INVITED, MemberState.MEMBER):
        raise NotFound("invitation")
    make = partial(AgreeForm, terms=terms.id, is_paid=terms.session_pence > 0)

    def act(form: AgreeForm) -> HttpResponse:
        terms_id = TermsId(form.cleaned_data["terms"])
        answering.agree_to_take_part(by=request.viewer, token=found.token, terms_id=terms_id, needs=form.needs)
        return _back(found)

    last = gettext("Yes, I take part") if found.member.state is MemberState.INVITED else gettext("Save")
    return _asked(found, make, title=gettext("Taking part"), last=last).answer(request, act)


@unkept
def count_me(request: Request, member_token: str) -> HttpResponse:
    """Sex, age and ethnic group, for totals alone."""
    found = own_page(request.viewer, member_token)

    def act(form: CountMeForm) -> HttpResponse:
        answering.count_me(by=request.viewer, token=found.token, answers=form.answers)
        return _back(found)

    last = gettext("Send it")
    return _asked(found, CountMeForm, title=gettext("To be counted only"), last=last).answer(request, act)


@unkept
def claim(request: Request, member_token: str) -> HttpResponse:
    """What she spent, how much and when."""
    found = own_page(request.viewer, member_token)
    terms = found.member.terms
    if terms is None or found.member.agreed_at is None:
        raise NotFound("member")
    make = partial(ExpenseForm, kinds=terms.expenses)

    def act(form: ExpenseForm) -> HttpResponse:
        key = form.cleaned_data["request_key"]
        money.claim_expense(by=request.viewer, token=found.token, new=form.new, request_key=key)
        return _back(found)

    return _asked(found, make, title=gettext("Expenses"), last=gettext("Send it")).answer(request, act)


@unkept
def credit(request: Request, member_token: str, credit_id: int) -> HttpResponse:
    """How she wishes to be shown for one thing she helped to make."""
    found = own_page(request.viewer, member_token)
    row = found.credit(credit_id)
    form = CreditForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        given = form.cleaned_data
        say_how_to_credit(
            by=request.viewer,
            token=found.token,
            credit_id=CreditId(credit_id),
            naming=Naming(given["naming"]),
            named_as=given["named_as"],
        )
        return _back(found)

    return question(request, "panels/credit.jinja", form, act, {"row": row, "found": found, "namings": NAMINGS})


def _asked(found: OwnPage, make: Callable[[QueryDict | None], Form], **words: str) -> OneByOne[Form]:
    page = {"back": reverse("panel-member", args=[found.token]), "note": "", **words}
    return OneByOne(make, "studies/one_question.jinja", page)


def _done(request: Request, found: OwnPage) -> HttpResponse:
    do, by, token = request.POST.get("do", ""), request.viewer, found.token
    if do in ("decline", "leave"):
        return _sure(request, found, do)
    if do in ("show", "hide"):
        answering.show_on_my_page(by=by, token=token, is_shown=do == "show")
    elif do in ("take", "waive"):
        typed = request.POST.get("payment", "")
        if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
            raise NotFound("payment")
        answer = Paying.ACCEPTED if do == "take" else Paying.DECLINED
        money.answer_payment(by=by, token=token, payment_id=PaymentId(int(typed)), answer=answer)
    else:
        raise NotFound("member")
    return _back(found)


def _sure(request: Request, found: OwnPage, do: str) -> HttpResponse:
    back = reverse("panel-member", args=[found.token])
    no = Sure(
        gettext("Say no to this invitation?"),
        found.member.panel,
        (gettext("Nobody asks you why, and nobody asks again by itself."),),
        gettext("No, thank you"),
        back,
        LAYOUT,
    )
    leaving = Sure(
        gettext("Leave this panel?"),
        found.member.panel,
        (
            gettext("You are invited to no more sessions."),
            gettext("What we owe you is still paid, and you can still take back your name, on this same page."),
        ),
        gettext("Leave the panel"),
        back,
        LAYOUT,
    )

    def act(_answers: object) -> HttpResponse:
        if do == "decline":
            answering.decline_to_take_part(by=request.viewer, token=found.token)
        else:
            answering.leave_panel(by=request.viewer, token=found.token)
        return _back(found)

    return confirmed(request, no if do == "decline" else leaving, act)


def _back(found: OwnPage) -> HttpResponse:
    return HttpResponseRedirect(reverse("panel-member", args=[found.token]), status=303)
