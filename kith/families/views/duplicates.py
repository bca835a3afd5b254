"""Families that may be written down twice: found, compared, merged and taken apart again."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.families.actions import merging
from kith.families.actions.merging import consider_merge, say_distinct
from kith.families.queries.cards import family_to_change
from kith.families.queries.duplicates import likely_duplicates, newest_duplicates
from kith.families.queries.record import record
from kith.families.views.returning import to_family
from kith.families.wording import record as words
from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.refusals import refusal_words


def duplicates(request: Request) -> HttpResponse:
    """Likely pairs among the newest records."""
    found = newest_duplicates(request.viewer, ListAsked.of(request.GET))
    shown = {"found": found, "words": words, "family": None}
    return render(request, "families/duplicates.jinja", shown)


def family_duplicates(request: Request, family_id: UUID) -> HttpResponse:
    """Records that may be of the same family as this one."""
    card = family_to_change(request.viewer, FamilyId(family_id))
    found = likely_duplicates(request.viewer, card.id, ListAsked.of(request.GET))
    shown = {"found": found, "words": words, "family": card}
    return render(request, "families/duplicates.jinja", shown)


def merge_families(request: Request, family_id: UUID, other_id: UUID) -> HttpResponse:
    """Two records side by side; what merging them would do is worked out on request, and agreed to after."""
    kept, gone = FamilyId(family_id), FamilyId(other_id)
    shown = {
        "kept": record(request.viewer, kept),
        "gone": record(request.viewer, gone),
        "words": words,
        "plan": None,
        "problem": "",
    }
    try:
        match request.POST.get("do", ""):
            case "consider":
                shown["plan"] = consider_merge(by=request.viewer, kept=kept, gone=gone)
            case "merge":
                plan = request.POST.get("plan", "")
                merging.merge_families(by=request.viewer, kept=kept, gone=gone, fingerprint=plan)
                return to_family(request, kept, "merged", page="family-record")
            case "distinct":
                say_distinct(by=request.viewer, one=kept, other=gone)
                return HttpResponseRedirect(reverse("duplicates"))
    except Refusal as refusal:
        shown["problem"] = refusal_words(refusal)
    return render(request, "families/merge.jinja", shown, status=422 if shown["problem"] else 200)


def undo_merge(request: Request, family_id: UUID, merge_id: UUID) -> HttpResponse:
    """Take two records apart again."""
    page = record(request.viewer, FamilyId(family_id))
    merge = next((each for each in page.merges if each.id == merge_id), None)
    problem = ""
    if request.method == "POST":
        try:
            merging.undo_merge(by=request.viewer, merge_id=merge_id)
            return to_family(request, page.id, "undone", page="family-record")
        except Refusal as refusal:
            problem = refusal_words(refusal)
    shown = {"page": page, "merge": merge, "problem": problem}
    return render(request, "families/undo_merge.jinja", shown, status=422 if problem else 200)
