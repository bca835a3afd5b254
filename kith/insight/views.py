"""Our numbers: as they were released for the public, as they stand now for the desk, and the release between."""

import csv
from io import StringIO

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.insight import actions, drawings
from kith.insight.drafts import publication_rules
from kith.insight.forms import ReleaseForm
from kith.insight.queries import desk, released
from kith.insight.wording import HELD
from kith.platform.access.viewer import Request
from kith.platform.ui.environment import current_language
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import refusal_words


def our_numbers(request: Request) -> HttpResponse:
    """Feeding by quarter as released, and published mortality, each figure with its uncertainty."""
    numbers = released.our_numbers(request.viewer)
    of_known = request.GET.get("of") == "known"
    is_mirrored = current_language().direction == "rtl"
    series = (numbers.infant_mortality, numbers.child_mortality, numbers.infant_mortality_index)
    context = {
        "numbers": numbers,
        "of_known": of_known,
        "feeding_chart": drawings.feeding_chart(numbers.feeding, of_known=of_known, is_mirrored=is_mirrored),
        "charts": {each.measure: drawings.series_chart(each, is_mirrored=is_mirrored) for each in series if each},
        "period_words": drawings.period_words,
    }
    return render(request, "insight/our_numbers.jinja", context)


def feeding_csv(request: Request) -> HttpResponse:
    """The released quarters as a file, with the same numbers hidden."""
    text = StringIO()
    csv.writer(text).writerows(released.feeding_table(request.viewer))
    return HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")


def releases(request: Request) -> HttpResponse:
    """Every release there was, with its note; one that was corrected stays readable and says by which."""
    return render(request, "insight/releases.jinja", {"releases": released.releases(request.viewer)})


def release_file(request: Request, year: int, number: int, edition: int) -> HttpResponse:
    """One release as it was frozen, byte for byte."""
    text = released.release_text(request.viewer, year=year, number=number, edition=edition)
    return HttpResponse(text, content_type="application/json")


def live_numbers(request: Request) -> HttpResponse:
    """The numbers as the record has them now: for the desk, never for publication."""
    numbers = desk.live_numbers(request.viewer)
    of_known = request.GET.get("of") == "known"
    is_mirrored = current_language().direction == "rtl"
    context = {
        "numbers": numbers,
        "of_known": of_known,
        "feeding_chart": drawings.feeding_chart(numbers.feeding, of_known=of_known, is_mirrored=is_mirrored),
    }
    return render(request, "insight/live_numbers.jinja", context)


def release_desk(request: Request) -> HttpResponse:
    """Which quarters wait to be released, and which were."""
    page = {
        "quarters": desk.quarters_to_release(request.viewer),
        "is_done": request.GET.get("done") == "released",
    }
    return render(request, "insight/release_desk.jinja", page)


def release_quarter(request: Request, year: int, number: int) -> HttpResponse:
    """Show what would be public of the quarter and why no more, and release it."""
    draft = desk.preview(request.viewer, year=year, number=number)
    form = ReleaseForm(request.POST if request.method == "POST" else None, is_correction=draft.edition > 1)

    def release() -> HttpResponse:
        actions.release_quarter(by=request.viewer, quarter=draft.quarter, **form.answer)
        return HttpResponseRedirect(reverse("release-desk") + "?done=released")

    page = {
        "draft": draft,
        "rules": publication_rules(),
        "why_not": refusal_words(draft.refusal) if draft.refusal else "",
        "why_held": HELD[draft.held] if draft.held else "",
    }
    return question(request, "insight/release_quarter.jinja", form, release, page)
