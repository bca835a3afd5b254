"""Asking before papers are frozen, minutes made public, or a meeting called off: none of it can be taken back."""

from collections.abc import Callable, Mapping

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.alliance.actions.meetings import approve_minutes, freeze_papers
from kith.alliance.actions.planning import call_off_meeting
from kith.alliance.rules.codes import MeetingId
from kith.platform.access.viewer import Request
from kith.undoing.confirming import Sure, confirmed

SURE: Mapping[str, Callable[..., None]] = {
    "freeze": freeze_papers,
    "approve": approve_minutes,
    "call-off": call_off_meeting,
}


def sure(request: Request, meeting_id: MeetingId, do: str) -> HttpResponse:
    """Ask what is about to happen, and do it once that is confirmed."""
    back = reverse("meeting", args=[meeting_id])

    def act(_answers: object) -> HttpResponse:
        SURE[do](by=request.viewer, meeting_id=meeting_id)
        return HttpResponseRedirect(back, status=303)

    return confirmed(request, _asked(do, back), act)


def _asked(do: str, back: str) -> Sure:
    if do == "freeze":
        happens = (
            _("The agenda stays as it stands now: nothing is added or changed."),
            _("All who take part read the same papers."),
        )
        return Sure(_("Freeze the papers?"), _("The agenda of this meeting"), happens, _("Freeze the papers"), back)
    if do == "approve":
        happens = (
            _("Points and decisions stand on the public page, without names."),
            _("They are not changed any more."),
        )
        return Sure(
            _("Approve the minutes?"), _("The minutes of this meeting"), happens, _("Approve the minutes"), back
        )
    happens = (
        _("All who take part are written to, and their calendars take it out."),
        _("Its points wait for the next meeting."),
    )
    return Sure(_("Call the meeting off?"), _("This meeting"), happens, _("Call it off"), back)
