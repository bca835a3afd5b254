"""One handover: accepted or declined, and the new lead introduced."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.caseloads.actions.handover import accept_handover, complete_handover, decline_handover, withdraw_handover
from kith.caseloads.forms.leading import DeclineForm, IntroductionForm
from kith.caseloads.queries.handover import HandoverPage, handover_page
from kith.caseloads.wording.leading import HANDOVER_REASONS, HANDOVER_STEPS, STEP_REASONS
from kith.kernel.ids import HandoverId
from kith.kernel.refusal import Refusal
from kith.messages.wording import Words, words_of
from kith.platform.access.viewer import Request
from kith.platform.ui.refusals import refusal_words
from kith.tasks.views.returning import back
from kith.undoing.confirming import Sure, asks_first, confirmed


@asks_first("withdraw")
def handover(request: Request, handover_id: int) -> HttpResponse:
    """The way of a handover so far, and the next step for a viewer who may take it."""
    found = handover_page(request.viewer, HandoverId(handover_id))
    chosen = request.POST.get("choice", "")
    decline = DeclineForm(request.POST if chosen == "decline" else None)
    introduction = IntroductionForm(request.POST if chosen == "complete" else None)
    wrong = ""
    try:
        if answer := _answer(request, found, chosen, decline, introduction):
            return answer
    except Refusal as refusal:
        if chosen == "complete":
            introduction.refuse(refusal)
        else:
            wrong = refusal_words(refusal)
    page = {
        "found": found,
        "decline": decline,
        "introduction": introduction,
        "form": introduction if introduction.errors else decline,
        "wrong": wrong,
        "message": _message(found),
        "reasons": HANDOVER_REASONS,
        "steps": HANDOVER_STEPS,
        "step_reasons": STEP_REASONS,
    }
    return render(request, "caseloads/handover.jinja", page, status=200 if request.method == "GET" else 422)


def _answer(
    request: Request, found: HandoverPage, chosen: str, decline: DeclineForm, introduction: IntroductionForm
) -> HttpResponse | None:
    """What was done, and the way on; nothing where there is still something to mend."""
    by, handover_id = request.viewer, found.row.id
    if chosen == "accept":
        accept_handover(by=by, handover_id=handover_id)
        return HttpResponseRedirect(reverse("handover", args=[handover_id]))
    if chosen == "withdraw":
        return confirmed(request, _sure(found), lambda _said: _withdraw(request, found))
    if chosen == "decline" and decline.is_valid():
        decline_handover(by=by, handover_id=handover_id, **decline.cleaned_data)
        return back(request, found.row.family.id, "handover_declined")
    if chosen == "complete" and introduction.is_valid():
        complete_handover(by=by, handover_id=handover_id, **introduction.cleaned_data)
        return back(request, found.row.family.id, "handover_complete")
    return None


def _withdraw(request: Request, found: HandoverPage) -> HttpResponse:
    withdraw_handover(by=request.viewer, handover_id=found.row.id)
    return back(request, found.row.family.id, "handover_withdrawn")


def _sure(found: HandoverPage) -> Sure:
    """The worker who was asked, or has agreed, is told; the family stays where it is."""
    asked = found.row.accepted_by or found.row.to
    told = [_("%(name)s is told that you no longer ask.") % {"name": asked.name}] if asked else []
    return Sure(
        _("Take the proposal back?"),
        found.row.family.name,
        (*told, _("The family stays with its lead. You can ask somebody again.")),
        _("Take the proposal back"),
        reverse("handover", args=[found.row.id]),
    )


def _message(found: HandoverPage) -> tuple[Words, str] | None:
    """What the parent would be sent, in the language she reads; None where it cannot be sent."""
    contact, new = found.contact, found.row.accepted_by
    if not found.may_introduce or new is None or contact is None or not (contact.email or contact.phone):
        return None
    before = found.row.before.name if found.row.before else ""
    facts = {"name": new.name, "organisation": new.organisation.name, "before": before, "link": "…"}
    return words_of("lead_introduced", contact.reads, facts), contact.reads
