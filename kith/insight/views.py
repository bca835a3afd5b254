"""The public page of our numbers, and its open data."""

import csv
from io import StringIO

from django.http import HttpResponse
from django.shortcuts import render

from kith.insight import drawings, open_data, queries
from kith.platform.access.viewer import Request
from kith.platform.ui.environment import current_language


def our_numbers(request: Request) -> HttpResponse:
    """Feeding by quarter and published mortality, each figure with its uncertainty."""
    numbers = queries.our_numbers(request.viewer)
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
    """The same quarters as a file, with the same numbers hidden."""
    numbers = queries.our_numbers(request.viewer)
    text = StringIO()
    csv.writer(text).writerows(open_data.feeding_rows(numbers.area_code, numbers.feeding))
    return HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
