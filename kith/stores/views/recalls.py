"""What is called back, and whether every family knows."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.stores.actions.recalls import begin_recall, note_told
from kith.stores.forms import RecallForm, ToldForm
from kith.stores.queries.recalls import batches_to_recall, holder_of, recall_page, recalls_listed
from kith.stores.rules.codes import RecallHolderId, RecallId
from kith.stores.wording import HOW_TOLD, REASONS, RECALLED_BY


def recalls(request: Request) -> HttpResponse:
    """The recalls, the latest first."""
    found = recalls_listed(request.viewer, ListAsked.of(request.GET))
    return render(request, "stores/recalls.jinja", {"found": found, "reasons": REASONS, "by": RECALLED_BY})


def recall(request: Request, recall_id: int) -> HttpResponse:
    """One recall: how far it has come, and each family with its proof."""
    row, found = recall_page(request.viewer, RecallId(recall_id), ListAsked.of(request.GET))
    page = {"recall": row, "found": found, "reasons": REASONS, "how": HOW_TOLD}
    return render(request, "stores/recall.jinja", page)


def begin(request: Request) -> HttpResponse:
    """Ask what is called back and why; it cannot be taken back, and the page says so."""
    form = RecallForm(request.POST if request.method == "POST" else None, batches_to_recall(request.viewer))

    def act() -> HttpResponse:
        (own,) = request.viewer.organisation_ids
        made = {"recall": form.recall, "request_key": form.cleaned_data["request_key"]}
        recall_id = begin_recall(by=request.viewer, organisation_id=own, **made)
        return HttpResponseRedirect(reverse("recall", args=[recall_id]), status=303)

    return question(request, "stores/begin_recall.jinja", form, act)


def told(request: Request, holder_id: int) -> HttpResponse:
    """Ask how a worker has told this family."""
    recall_id, row = holder_of(request.viewer, RecallHolderId(holder_id))
    form = ToldForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        note_told(by=request.viewer, holder_id=row.id, **form.cleaned_data)
        return HttpResponseRedirect(reverse("recall", args=[recall_id]), status=303)

    return question(request, "stores/told.jinja", form, act, {"row": row, "recall_id": recall_id})
