"""Counts over all families, without a name in them."""

from datetime import date

from django.db.models import Count

from kith.families.models import Baby
from kith.platform.access import Viewer


def births_by_day(viewer: Viewer, first: date, last: date) -> dict[date, int]:  # noqa: ARG001  # anybody may know counts
    """How many babies were born on each of these days, for anybody: a count of the whole place names nobody.

    Whoever shows counts of less than the whole place puts them under disclosure control first.
    """
    rows = Baby.objects.filter(born_on__range=(first, last)).values_list("born_on").order_by("born_on")
    return dict(rows.annotate(count=Count("*")))
