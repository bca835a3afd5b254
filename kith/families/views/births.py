"""A worker writes a birth down."""

from uuid import UUID

from django.http import HttpResponse

from kith.families.actions import birth
from kith.families.forms.birth import BirthForm
from kith.families.queries.cards import family_to_change
from kith.families.views.returning import to_family
from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.undoing.editing import sent


def record_birth(request: Request, family_id: UUID) -> HttpResponse:
    """Write down that the baby is born."""
    card = family_to_change(request.viewer, FamilyId(family_id))
    form = BirthForm(sent(request))

    def act() -> HttpResponse:
        birth.record_birth(by=request.viewer, family_id=card.id, **form.answer)
        return to_family(request, card.id, "birth")

    return question(request, "families/record_birth.jinja", form, act, {"family": card})
