"""Who leads a family: taking the lead, the page about it, naming a deputy, proposing a handover."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.caseloads.actions import leading
from kith.caseloads.actions.handover import propose_handover
from kith.caseloads.actions.leading import name_deputy
from kith.caseloads.forms.leading import DeputyForm, ProposalForm
from kith.caseloads.queries.leading import lead_page
from kith.caseloads.wording.leading import REFUSALS
from kith.families.wording.records import INTERPRETER_NEEDS
from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.tasks.views.returning import back
from kith.undoing.offering import offer_undo


def take_lead(request: Request, family_id: UUID) -> HttpResponse:
    """Become the family's named lead, and offer to undo it."""
    lead_id = leading.take_lead(by=request.viewer, family_id=FamilyId(family_id))
    return back(
        request, FamilyId(family_id), "lead", offer_undo(request.viewer, "caseloads.lead_taken", lead_id=lead_id)
    )


def lead(request: Request, family_id: UUID) -> HttpResponse:
    """Lead and deputy, and who might lead: by language, area and room."""
    page = lead_page(request.viewer, FamilyId(family_id))
    is_deputy = request.POST.get("choice") == "deputy"
    proposal = ProposalForm(request.POST if request.method == "POST" and not is_deputy else None, page)
    deputy = DeputyForm(request.POST if is_deputy else None, page)

    def propose() -> HttpResponse:
        handover_id = propose_handover(by=request.viewer, family_id=page.family.id, **proposal.answer)
        return HttpResponseRedirect(reverse("handover", args=[handover_id]))

    def name() -> HttpResponse:
        name_deputy(by=request.viewer, family_id=page.family.id, membership_id=deputy.cleaned_data["deputy"])
        return back(request, page.family.id, "deputy")

    shown = {
        "page": page,
        "proposal": proposal,
        "deputy": deputy,
        "interpreter_needs": INTERPRETER_NEEDS,
        "open_words": REFUSALS["handover_open"].words,
    }
    form, act = (deputy, name) if is_deputy else (proposal, propose)
    return question(request, "caseloads/lead.jinja", form, act, shown)
