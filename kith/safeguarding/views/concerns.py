"""Raising a safeguarding concern, and seeing it through."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.families.queries.cards import family_to_change
from kith.kernel.choices.place import SAFEGUARDING_NAME, SAFEGUARDING_PHONE
from kith.kernel.ids import ConcernId, FamilyId
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.safeguarding.actions import concerns as concerns_actions
from kith.safeguarding.actions.concerns import move_concern
from kith.safeguarding.forms import ConcernForm, ConcernStepForm
from kith.safeguarding.queries import concerns as concerns_queries
from kith.safeguarding.queries.concerns import concern_page
from kith.safeguarding.wording.safety import ABOUT, CLOSING_REASONS, CONCERN_ACTIONS, CONCERN_STATES


def raise_concern(request: Request, family_id: UUID) -> HttpResponse:
    """First who to call, then the questions; what is sent is seen by the safeguarding leads only."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    form = ConcernForm(request.POST if request.method == "POST" else None)

    def write() -> HttpResponse:
        concern_id = concerns_actions.raise_concern(by=request.viewer, family_id=family.id, **form.answer)
        return HttpResponseRedirect(reverse("concern", args=[concern_id]))

    return question(request, "safeguarding/raise_concern.jinja", form, write, {"family": family, **_numbers()})


def concerns(request: Request) -> HttpResponse:
    """Those this viewer may see: her own, and for a safeguarding lead those of her organisation."""
    found = concerns_queries.concerns(request.viewer, ListAsked.of(request.GET))
    page = {"found": found, "about": ABOUT, "states": CONCERN_STATES}
    return render(request, "safeguarding/concerns.jinja", page)


def concern(request: Request, concern_id: int) -> HttpResponse:
    """One concern with its states; a safeguarding lead receives, refers and closes it here."""
    found = concern_page(request.viewer, ConcernId(concern_id))
    form = ConcernStepForm(request.POST if request.method == "POST" else None)

    def move() -> HttpResponse:
        move_concern(by=request.viewer, concern_id=found.row.id, **form.answer)
        return HttpResponseRedirect(reverse("concern", args=[concern_id]))

    page = {
        "found": found,
        "about": ABOUT,
        "states": CONCERN_STATES,
        "actions": CONCERN_ACTIONS,
        "reasons": CLOSING_REASONS,
        **_numbers(),
    }
    return question(request, "safeguarding/concern.jinja", form, move, page)


def _numbers() -> dict[str, str]:
    return {"services_name": SAFEGUARDING_NAME.now, "services_phone": SAFEGUARDING_PHONE.now}
