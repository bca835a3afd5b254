"""Organisations with their teams, and what each role may do."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.organisations.actions import alliance as actions
from kith.organisations.forms.people import OrganisationForm, TeamForm
from kith.organisations.permission_words import PERMISSIONS
from kith.organisations.queries import administering
from kith.organisations.roles import DUTIES, KIND_NAMES, ROLES
from kith.organisations.rules import OrganisationKind
from kith.organisations.scope import is_of_the_place
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question


def organisations(request: Request) -> HttpResponse:
    """The organisations that the viewer looks after."""
    page = {
        "found": administering.organisations(request.viewer),
        "kinds": KIND_NAMES,
        "is_of_the_place": is_of_the_place(request.viewer),
    }
    return render(request, "organisations/organisations.jinja", page)


def add_organisation(request: Request) -> HttpResponse:
    """Take an organisation into the alliance."""
    form = OrganisationForm(request.POST if request.method == "POST" else None)

    def add() -> HttpResponse:
        made = actions.add_organisation(by=request.viewer, **form.cleaned_data)
        return HttpResponseRedirect(reverse("organisation", args=[made]), status=303)

    return question(request, "organisations/add_organisation.jinja", form, add)


def organisation(request: Request, organisation_id: int) -> HttpResponse:
    """One organisation: its teams, and a new one."""
    there = administering.organisation(request.viewer, organisation_id)
    form = TeamForm(request.POST if request.method == "POST" else None)

    def add() -> HttpResponse:
        actions.add_team(by=request.viewer, organisation_id=there.id, **form.cleaned_data)
        return HttpResponseRedirect(reverse("organisation", args=[there.id]), status=303)

    page = {"organisation": there, "kind": KIND_NAMES[OrganisationKind(there.kind)]}
    return question(request, "organisations/organisation.jinja", form, add, page)


def roles(request: Request) -> HttpResponse:
    """What each role and each duty may do, in words."""
    cards = [*ROLES.values(), *DUTIES.values()]
    page = {
        "cards": [(card, [words for each, words in PERMISSIONS.items() if each in card.permissions]) for card in cards]
    }
    return render(request, "organisations/roles.jinja", page)
