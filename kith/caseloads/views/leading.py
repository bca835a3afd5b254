"""Who leads a family: taking the lead, the page about it, naming a deputy, proposing a handover."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.caseloads.actions import leading
from kith.caseloads.actions.handover import propose_handover
from kith.caseloads.actions.leading import name_deputy
from kith.caseloads.forms.leading import DeputyForm, ProposalForm
from kith.caseloads.queries.leading import LeadPage, lead_page
from kith.caseloads.wording.leading import leading_refusal, suggestion_words
from kith.families.wording.records import INTERPRETER_NEEDS
from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.tasks.views.returning import back


def take_lead(request: Request, family_id: UUID) -> HttpResponse:
    """Become the family's named lead."""
    try:
        leading.take_lead(by=request.viewer, family_id=FamilyId(family_id))
    except Refusal as refusal:
        return back(request, FamilyId(family_id), refusal.code)
    return back(request, FamilyId(family_id), "lead")


def lead(request: Request, family_id: UUID) -> HttpResponse:
    """Lead and deputy, and who might lead: by language, area and room."""
    page = lead_page(request.viewer, FamilyId(family_id))
    deed = request.POST.get("deed", "") if request.method == "POST" else ""
    proposal, deputy = _proposal(request, page, deed), _deputy(request, page, deed)
    try:
        if deed == "propose" and proposal.is_valid():
            handover_id = propose_handover(
                by=request.viewer,
                family_id=page.family.id,
                to=proposal.person,
                to_team=proposal.team,
                reason=proposal.chosen_reason,
            )
            return HttpResponseRedirect(reverse("handover", args=[handover_id]))
        if deed == "deputy" and deputy.is_valid():
            name_deputy(by=request.viewer, family_id=page.family.id, membership_id=deputy.person)
            return back(request, page.family.id, "deputy")
    except Refusal as refusal:
        (proposal if deed == "propose" else deputy).refuse(refusal)
    shown = {
        "page": page,
        "proposal": proposal,
        "deputy": deputy,
        "form": deputy if deputy.errors else proposal,
        "interpreter_needs": INTERPRETER_NEEDS,
        "open_words": leading_refusal(Refusal("handover_open")),
    }
    return render(request, "caseloads/lead.jinja", shown, status=200 if request.method == "GET" else 422)


def _proposal(request: Request, page: LeadPage, deed: str) -> ProposalForm:
    return ProposalForm(
        request.POST if deed == "propose" else None,
        people=[one.person for one in page.suggested],
        teams=page.teams,
        is_led=page.people.lead is not None,
        hints={str(one.person.id): suggestion_words(one.suggestion, page.usual_caseload) for one in page.suggested},
    )


def _deputy(request: Request, page: LeadPage, deed: str) -> DeputyForm:
    deputy = page.people.deputy
    return DeputyForm(
        request.POST if deed == "deputy" else None,
        people=page.may_stand,
        current=deputy.person.id if deputy else None,
    )
