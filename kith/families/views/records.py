"""A worker begins a record, or writes a birth down."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.families.actions import birth, registering
from kith.families.forms.birth import BirthForm
from kith.families.forms.registration import RegistrationForm
from kith.families.queries.cards import family_to_change
from kith.families.queries.duplicates import like_the_new
from kith.families.queries.homes import home_at
from kith.families.wording import keeping
from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request


def register_family(request: Request) -> HttpResponse:
    """Begin a family's record, with its consent."""
    form = RegistrationForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        (own,) = request.viewer.organisation_ids
        family = form.family(agreed_with=own, address=home_at(form.typed_postcode) if form.typed_postcode else None)
        alike = like_the_new(request.viewer, family) if not form.is_new_for_sure else []
        if alike:
            page = {"form": form, "alike": alike, "words": keeping}
            return render(request, "families/register_family.jinja", page, status=422)
        try:
            return _opened(registering.register_family(by=request.viewer, family=family), "registered")
        except Refusal as refusal:
            form.refuse(refusal)
    return render(
        request, "families/register_family.jinja", {"form": form, "alike": []}, status=422 if form.errors else 200
    )


def record_birth(request: Request, family_id: UUID) -> HttpResponse:
    """Write down that the baby is born."""
    card = family_to_change(request.viewer, FamilyId(family_id))
    form = BirthForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            birth.record_birth(by=request.viewer, family_id=card.id, baby=form.baby())
            return _opened(card.id, "birth")
        except Refusal as refusal:
            form.refuse(refusal)
    page = {"form": form, "family": card}
    return render(request, "families/record_birth.jinja", page, status=422 if form.errors else 200)


def _opened(family_id: FamilyId, done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('family', args=[family_id])}?{urlencode({'done': done})}")
