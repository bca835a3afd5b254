"""Setting out alone and coming back; what to mind before a visit."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.families.queries.cards import FamilyCard, family_to_change
from kith.kernel.ids import FamilyId, LoneVisitId
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.safeguarding.actions import safety as safety_actions
from kith.safeguarding.actions.safety import come_back, end_precautions, note_precautions
from kith.safeguarding.forms import PrecautionsForm, SetOutForm
from kith.safeguarding.queries import safety as safety_queries
from kith.safeguarding.queries.safety import precautions_of, who_can_be_alerted
from kith.safeguarding.wording.safety import PRECAUTIONS, SAFETY_REASONS
from kith.tasks.views.returning import back
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.undoing.offering import offer_undo, with_offer


def set_out(request: Request) -> HttpResponse:
    """Ask where to, back when and who is alerted."""
    sent = request.POST if request.method == "POST" else None
    form = SetOutForm(sent, colleagues=who_can_be_alerted(request.viewer))

    def note() -> HttpResponse:
        safety_actions.set_out(by=request.viewer, **form.answer)
        return HttpResponseRedirect(f"{reverse('today')}?done=set_out")

    return question(request, "safeguarding/set_out.jinja", form, note)


def lone_visit(request: Request, lone_visit_id: int) -> HttpResponse:
    """Where a worker is and since when; back by one tap, theirs or that of the colleague looking for them."""
    found = safety_queries.lone_visit(request.viewer, LoneVisitId(lone_visit_id))
    if request.method == "POST":
        back_at = come_back(by=request.viewer, lone_visit_id=found.id)
        offer = offer_undo(
            request.viewer, "safeguarding.came_back", lone_visit_id=found.id, back_at=back_at.isoformat()
        )
        to = reverse("today" if Permission.SEE_TODAY in request.viewer.permissions else "desk")
        return HttpResponseRedirect(with_offer(to, undo=offer))
    is_mine = found.person.id == request.viewer.membership_id
    return render(request, "safeguarding/lone_visit.jinja", {"found": found, "is_mine": is_mine})


@asks_first("end")
def precautions(request: Request, family_id: UUID) -> HttpResponse:
    """What staff mind before they visit this family: noted, replaced or ended."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    if request.POST.get("choice") == "end":
        return confirmed(request, _sure(family), lambda _said: _end(request, family.id))
    form = PrecautionsForm(request.POST if request.method == "POST" else None)

    def note() -> HttpResponse:
        note_precautions(by=request.viewer, family_id=family.id, **form.answer)
        return back(request, family.id, "precautions")

    page = {
        "family": family,
        "now": precautions_of(request.viewer, family.id),
        "words": PRECAUTIONS,
        "reasons": SAFETY_REASONS,
    }
    return question(request, "safeguarding/precautions.jinja", form, note, page)


def _end(request: Request, family_id: FamilyId) -> HttpResponse:
    end_precautions(by=request.viewer, family_id=family_id)
    return back(request, family_id, "precautions_ended")


def _sure(family: FamilyCard) -> Sure:
    """The next worker who goes there is told nothing any more."""
    happens = (
        _("Workers who visit this family are no longer told what to mind."),
        _("What was noted stays in the record, as ended."),
    )
    to = reverse("precautions", args=[family.id])
    return Sure(_("Is nothing to be minded any more?"), family.name, happens, _("Nothing is to be minded any more"), to)
