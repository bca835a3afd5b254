"""What is to be put right: added, done, said why it cannot be, handed on."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.kernel.ids import OrganisationId, VenueId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import colleagues_of
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import RefusableForm
from kith.undoing.offering import offer_undo, with_offer
from kith.welcome.actions import improving
from kith.welcome.actions.improving import end_improvement, hand_on_improvement
from kith.welcome.forms.improvements import CannotForm, DoneForm, HandOnForm, ImprovementForm
from kith.welcome.queries.improvements import ImprovementPage, improvement_page
from kith.welcome.queries.keeping import kept_welcome
from kith.welcome.rules.codes import ImprovementEnd, ImprovementId
from kith.welcome.wording import criteria


def add_improvement(request: Request, venue_id: int) -> HttpResponse:
    """Ask what is to be put right, by when and by which colleague."""
    kept = kept_welcome(request.viewer, VenueId(venue_id), lang=get_language() or "en")
    people = [each for own in request.viewer.organisation_ids for each in colleagues_of(OrganisationId(own))]
    sent = request.POST if request.method == "POST" else None
    form = ImprovementForm(sent, people=people, me=request.viewer.membership_id)

    def add() -> HttpResponse:
        improving.add_improvement(by=request.viewer, venue_id=kept.venue.id, **form.answer)
        return HttpResponseRedirect(reverse("keep-welcome", args=[venue_id]), status=303)

    return question(request, "welcome/add_improvement.jinja", form, add, {"it": kept})


def improvement(request: Request, improvement_id: int) -> HttpResponse:
    """One of them: done in one tap, handed on, or said why it cannot be."""
    found = improvement_page(request.viewer, ImprovementId(improvement_id))
    choice = request.POST.get("choice", "") if request.method == "POST" else ""
    done = DoneForm(request.POST if choice == "done" else None)
    cannot = CannotForm(request.POST if choice == "cannot" else None)
    hand_on = HandOnForm(request.POST if choice == "hand_on" else None, people=found.people, owner=found.row.owner.id)
    by_choice: dict[str, RefusableForm] = {"done": done, "cannot": cannot, "hand_on": hand_on}
    try:
        if _is_done(request, found, choice, done=done, cannot=cannot, hand_on=hand_on):
            return _back(request, found)
    except Refusal as refusal:
        by_choice[choice].refuse(refusal)
    page = {
        "found": found,
        "done": done,
        "cannot": cannot,
        "hand_on": hand_on,
        "form": by_choice.get(choice, cannot),
        "wording": criteria,
    }
    return render(request, "welcome/improvement.jinja", page, status=200 if request.method == "GET" else 422)


def _is_done(
    request: Request, found: ImprovementPage, choice: str, *, done: DoneForm, cannot: CannotForm, hand_on: HandOnForm
) -> bool:
    by, improvement_id = request.viewer, found.row.id
    if choice == "done" and done.is_valid():
        end_improvement(by=by, improvement_id=improvement_id, how=ImprovementEnd.DONE, **done.cleaned_data)
        return True
    if choice == "cannot" and cannot.is_valid():
        why = cannot.cleaned_data["why"]
        end_improvement(by=by, improvement_id=improvement_id, how=ImprovementEnd.CANNOT, outcome=why)
        return True
    if choice == "hand_on" and hand_on.is_valid():
        hand_on_improvement(by=by, improvement_id=improvement_id, to=hand_on.to)
        return True
    return False


def _back(request: Request, found: ImprovementPage) -> HttpResponse:
    """To the same page, which says what has become of it and offers to undo its end."""
    after = improvement_page(request.viewer, found.row.id).row
    undo = ""
    if after.ended_as:
        kind = "welcome.improvement_ended"
        undo = offer_undo(request.viewer, kind, improvement_id=int(after.id), ended_at=after.ended_at)
    return HttpResponseRedirect(with_offer(reverse("improvement", args=[after.id]), undo=undo), status=303)
