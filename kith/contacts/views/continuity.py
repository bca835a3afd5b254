"""Continuity of the place over time, by group: counts and rates, no names."""

from django.http import HttpResponse
from django.shortcuts import render

from kith.contacts.queries.continuity import Grouping, continuity_over_time
from kith.contacts.wording.continuity import CONTINUITY_GROUPS, GROUPINGS
from kith.platform.access.viewer import Request


def continuity(request: Request) -> HttpResponse:
    """How much of families' contact is with one and the same person, by deprivation, language or ethnicity."""
    asked = request.GET.get("by", "")
    grouping = Grouping(asked) if asked in list(Grouping) else Grouping.DEPRIVATION
    shown = {
        "groups": continuity_over_time(request.viewer, grouping),
        "grouping": grouping,
        "groupings": GROUPINGS,
        "names": CONTINUITY_GROUPS,
    }
    return render(request, "contacts/continuity.jinja", shown)
