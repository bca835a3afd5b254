"""Opening one record in an emergency."""

from django.http import HttpResponse

from kith.families.actions import emergency
from kith.families.forms.emergency import EmergencyForm
from kith.families.views.returning import to_family
from kith.kernel.choices.place import EMERGENCY_HOURS
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.undoing.editing import sent


def open_in_emergency(request: Request) -> HttpResponse:
    """Ask why and exactly whose; the record opens for this worker, and all concerned are notified."""
    form = EmergencyForm(sent(request))

    def act() -> HttpResponse:
        return to_family(request, emergency.open_in_emergency(by=request.viewer, **form.answer), "opened")

    return question(request, "families/open_in_emergency.jinja", form, act, {"hours": EMERGENCY_HOURS.now})
