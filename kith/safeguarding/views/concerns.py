"""Raising a safeguarding concern, and seeing it through."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.families.queries.cards import family_to_change
from kith.kernel.ids import ConcernId, FamilyId
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.safeguarding.actions import concerns as concerns_actions
from kith.safeguarding.actions.concerns import move_concern
from kith.safeguarding.forms import ConcernForm, ConcernStepForm
from kith.safeguarding.queries import concerns as concerns_queries
from kith.safeguarding.queries.concerns import concern_page
from kith.safeguarding.rules.concerns import ConcernState
from kith.safeguarding.wording.safety import ABOUT, CLOSING_REASONS, CONCERN_DEEDS, CONCERN_STATES


def raise_concern(request: Request, family_id: UUID) -> HttpResponse:
    """First who to call, then the questions; what is sent is seen by the safeguarding leads only."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    is_sent = request.method == "POST"
    form = ConcernForm(request.POST if is_sent else None)
    if is_sent and form.is_valid():
        try:
            concern_id = concerns_actions.raise_concern(
                by=request.viewer,
                family_id=family.id,
                about=form.chosen,
                words=form.cleaned_data["words"],
                is_danger_now=form.cleaned_data["danger"] == "yes",
                request_key=form.cleaned_data["request_key"],
            )
            return HttpResponseRedirect(reverse("concern", args=[concern_id]))
        except Refusal as refusal:
            form.refuse(refusal)
    page = {"form": form, "family": family, **_numbers()}
    return render(request, "safeguarding/raise_concern.jinja", page, status=422 if form.errors else 200)


def concerns(request: Request) -> HttpResponse:
    """Those this viewer may see: her own, and for a safeguarding lead those of her organisation."""
    page = {"found": concerns_queries.concerns(request.viewer), "about": ABOUT, "states": CONCERN_STATES}
    return render(request, "safeguarding/concerns.jinja", page)


def concern(request: Request, concern_id: int) -> HttpResponse:
    """One concern with its states; a safeguarding lead receives, refers and closes it here."""
    found = concern_page(request.viewer, ConcernId(concern_id))
    is_sent = request.method == "POST"
    form = ConcernStepForm(request.POST if is_sent else None)
    if is_sent and form.is_valid():
        try:
            move_concern(
                by=request.viewer,
                concern_id=found.row.id,
                to=ConcernState(form.cleaned_data["to"]),
                reason=form.closing_reason,
                note=form.cleaned_data["note"],
            )
            return HttpResponseRedirect(reverse("concern", args=[concern_id]))
        except Refusal as refusal:
            form.refuse(refusal)
    page = {
        "found": found,
        "form": form,
        "about": ABOUT,
        "states": CONCERN_STATES,
        "deeds": CONCERN_DEEDS,
        "reasons": CLOSING_REASONS,
        **_numbers(),
    }
    return render(request, "safeguarding/concern.jinja", page, status=422 if form.errors else 200)


def _numbers() -> dict[str, str]:
    return {"services_name": settings.KITH.safeguarding_name, "services_phone": settings.KITH.safeguarding_phone}
