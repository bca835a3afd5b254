"""Opening one record in an emergency."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from kith.families.actions import emergency
from kith.families.forms.emergency import EmergencyForm
from kith.families.views.returning import to_family
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request


def open_in_emergency(request: Request) -> HttpResponse:
    """Ask why and exactly whose; the record opens for this worker, and all concerned are notified."""
    form = EmergencyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            family_id = emergency.open_in_emergency(
                by=request.viewer,
                who=form.who,
                reason=form.chosen_reason,
                words=form.cleaned_data["words"],
            )
            return to_family(request, family_id, "opened")
        except Refusal as refusal:
            form.refuse(refusal)
    page = {"form": form, "hours": settings.KITH.emergency_hours}
    return render(request, "families/open_in_emergency.jinja", page, status=422 if form.errors else 200)
