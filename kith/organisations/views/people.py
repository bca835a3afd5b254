"""The people that an administrator looks after: found, changed, kept out, let in again, ended."""

from collections.abc import Callable, Mapping

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.kernel.ids import MembershipId
from kith.organisations.actions.factors import ask_factor_reset, confirm_factor_reset, withdraw_factor_reset
from kith.organisations.actions.people import change_person, end_membership
from kith.organisations.actions.suspending import lift_suspension, suspend_membership
from kith.organisations.forms.people import EndForm, FactorForm, PersonForm, SuspendForm
from kith.organisations.queries import administering
from kith.organisations.queries.administering import PersonPage
from kith.organisations.rules import FactorResetId
from kith.organisations.scope import is_of_the_place
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import RefusableForm


def people(request: Request) -> HttpResponse:
    """All people of the organisation, or of the place, with a search."""
    page = {
        "found": administering.people(request.viewer, ListAsked.of(request.GET)),
        "resets": administering.factor_resets(request.viewer),
        "is_of_the_place": is_of_the_place(request.viewer),
    }
    return render(request, "organisations/people.jinja", page)


def person(request: Request, membership_id: int) -> HttpResponse:
    """One person: what stands, and what can be changed."""
    there = administering.person(request.viewer, MembershipId(membership_id))
    form = PersonForm(
        request.POST if request.method == "POST" else None,
        person=there,
        teams=administering.teams(request.viewer),
        is_of_the_place=is_of_the_place(request.viewer),
    )

    def change() -> HttpResponse:
        change_person(by=request.viewer, membership_id=there.row.id, **form.cleaned_data)
        return _to(there, "changed")

    page = {"person": there, "done": request.GET.get("done", "")}
    return question(request, "organisations/person.jinja", form, change, page)


def end(request: Request, membership_id: int) -> HttpResponse:
    """Ask which day is the last one of a person's work."""
    return _ask(request, membership_id, EndForm, "organisations/end_work.jinja", act=end_membership, done="ended")


def suspend(request: Request, membership_id: int) -> HttpResponse:
    """Ask why a person is to be kept out, and say what follows."""
    return _ask(
        request, membership_id, SuspendForm, "organisations/suspend.jinja", act=suspend_membership, done="suspended"
    )


def lift(request: Request, membership_id: int) -> HttpResponse:
    """Let a person in again."""
    there = administering.person(request.viewer, MembershipId(membership_id))
    lift_suspension(by=request.viewer, membership_id=there.row.id)
    return _to(there, "lifted")


def reset_factor(request: Request, membership_id: int) -> HttpResponse:
    """Ask that a second factor be taken away, or, as the second administrator, do it or take it back."""
    there = administering.person(request.viewer, MembershipId(membership_id))
    if there.reset is None:
        template = "organisations/reset_factor.jinja"
        return _ask(request, membership_id, FactorForm, template, act=ask_factor_reset, done="factor-asked")
    acts = {"confirm": confirm_factor_reset, "withdraw": withdraw_factor_reset}
    do, reset_id = request.POST.get("do", ""), FactorResetId(there.reset.id)
    form = RefusableForm(request.POST if do in acts else None)

    def settle() -> HttpResponse:
        acts[do](by=request.viewer, reset_id=reset_id)
        return _to(there, f"factor-{do}")

    return question(request, "organisations/confirm_reset.jinja", form, settle, {"person": there})


def _ask(
    request: Request,
    membership_id: int,
    kind: type[RefusableForm],
    template: str,
    *,
    act: Callable[..., object],
    done: str,
) -> HttpResponse:
    there = administering.person(request.viewer, MembershipId(membership_id))
    form = kind(request.POST if request.method == "POST" else None)

    def do() -> HttpResponse:
        answers: Mapping[str, object] = form.cleaned_data
        act(by=request.viewer, membership_id=there.row.id, **answers)
        return _to(there, done)

    return question(request, template, form, do, {"person": there})


def _to(there: PersonPage, done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('person', args=[there.row.id])}?done={done}", status=303)
