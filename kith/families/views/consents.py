"""A parent gives and takes back her word."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.families import actions, queries
from kith.families.forms import ConsentForm
from kith.kernel.ids import ConsentId, FamilyId
from kith.kernel.languages import ENGLISH
from kith.organisations.queries import organisation_cards
from kith.platform.access import NotFound, Request


def give_consent(request: Request, family_id: UUID) -> HttpResponse:
    """Let an organisation see the record; the language of the page is the one she said it in."""
    if not queries.may_open(request.viewer, FamilyId(family_id)):
        raise NotFound("family")
    form = ConsentForm(request.POST if request.method == "POST" else None, organisations=organisation_cards())
    if not form.is_valid():
        page = {"form": form, "family_id": family_id}
        return render(request, "families/give_consent.jinja", page, status=422 if form.errors else 200)
    actions.give_consent(
        by=request.viewer,
        family_id=FamilyId(family_id),
        organisation_id=form.organisation_id,
        purpose=form.chosen_purpose,
        language=get_language() or ENGLISH.code,
    )
    return _back("given")


def withdraw_consent(request: Request, family_id: UUID, consent_id: UUID) -> HttpResponse:
    """Take the word back, at once."""
    actions.withdraw_consent(by=request.viewer, family_id=FamilyId(family_id), consent_id=ConsentId(consent_id))
    return _back("withdrawn")


def _back(done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('my-page')}?{urlencode({'done': done})}")
