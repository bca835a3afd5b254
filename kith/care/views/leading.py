"""Taking the lead for a family."""

from uuid import UUID

from django.http import HttpResponse

from kith.care import actions
from kith.care.views.returning import back
from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.platform.access import Request


def take_lead(request: Request, family_id: UUID) -> HttpResponse:
    """Become the family's named lead."""
    try:
        actions.take_lead(by=request.viewer, family_id=FamilyId(family_id))
    except Refusal as refusal:
        return back(request, FamilyId(family_id), refusal.code)
    return back(request, FamilyId(family_id), "lead")
