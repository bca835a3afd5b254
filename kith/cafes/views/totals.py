"""Who came, quarter by quarter."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from kith.cafes.queries.totals import quarter_totals, quarters_offered
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.places.wording import ETHNICITIES
from kith.platform.access.viewer import Request
from kith.whats_on.words import PART_WORDS


def footfall(request: Request) -> HttpResponse:
    """By group, by time, by language and community, small numbers hidden; the quarter that is chosen, or this one."""
    offered = quarters_offered()
    chosen = next((each for each in offered if each.label == request.GET.get("quarter")), offered[0])
    smallest = SMALLEST_COUNT.now
    page = {
        "totals": quarter_totals(request.viewer, chosen, lang=get_language() or "en", smallest_shown=smallest),
        "quarters": offered,
        "smallest": smallest,
        "parts_of_day": PART_WORDS,
        "communities": ETHNICITIES,
    }
    return render(request, "cafes/footfall.jinja", page)
