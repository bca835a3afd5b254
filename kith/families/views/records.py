"""A worker begins a record, or writes a birth down."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kith.families.actions import birth, registering
from kith.families.forms.birth import BirthForm
from kith.families.forms.registration import RegistrationForm
from kith.families.queries.cards import family_to_change
from kith.families.queries.duplicates import like_the_new
from kith.families.views.returning import to_family
from kith.families.wording import record as words
from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.undoing.editing import sent


def register_family(request: Request) -> HttpResponse:
    """Begin a family's record, with its consent."""
    template, form = "families/register_family.jinja", RegistrationForm(sent(request))

    def act() -> HttpResponse:
        (own,) = request.viewer.organisation_ids
        family = form.family(agreed_with=own)
        if not form.is_new_for_sure and (alike := like_the_new(request.viewer, family)):
            return render(request, template, {"form": form, "alike": alike, "words": words}, status=422)
        return to_family(request, registering.register_family(by=request.viewer, family=family), "registered")

    return question(request, template, form, act, {"alike": []})


def record_birth(request: Request, family_id: UUID) -> HttpResponse:
    """Write down that the baby is born."""
    card = family_to_change(request.viewer, FamilyId(family_id))
    form = BirthForm(sent(request))

    def act() -> HttpResponse:
        birth.record_birth(by=request.viewer, family_id=card.id, **form.answer)
        return to_family(request, card.id, "birth")

    return question(request, "families/record_birth.jinja", form, act, {"family": card})
