"""The people of the demonstration, and signing in as one of them. The gate shows neither to another machine."""

from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.organisations.roles import ROLES
from kith.platform.access.viewer import Request, viewer_of_account
from kith.platform.sign_in import demonstration
from kith.platform.sign_in.landing import landing_of

PARENT = (
    _("Parent or carer"),
    _("Finds support, books a place, and sees on her own page who may open her record and who has."),
)


@dataclass(frozen=True)
class DemonstrationPerson:
    """A person of the demonstration, and what they can do."""

    role: str
    role_name: Promise
    sentence: Promise
    name: str


def people(request: Request) -> HttpResponse:
    """List the people by role, each with a button."""
    return render(request, "front/demonstration.jinja", {"people": _people()})


def sign_in(request: Request, role: str) -> HttpResponse:
    """Become one of them, and go to where she lands."""
    return HttpResponseRedirect(landing_of(demonstration.sign_in_as(request, role)))


def _people() -> list[DemonstrationPerson]:
    words = {"parent": PARENT} | {role.value: (card.name, card.sentence) for role, card in ROLES.items()}
    viewers = {role: viewer_of_account(account) for role, account in demonstration.accounts().items()}
    return [
        DemonstrationPerson(role, words[role][0], words[role][1], viewer.name)
        for role in words
        if (viewer := viewers.get(role)) is not None
    ]
