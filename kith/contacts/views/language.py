"""How often the language need was met, by month."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from kith.contacts.queries.language import language_met
from kith.contacts.rules.language import share_met
from kith.kernel import clock
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.platform.access.viewer import Request


def language(request: Request) -> HttpResponse:
    """The last twelve months, the latest first; where few contacts stand on either side nothing is said."""
    today = clock.today()
    first = date(today.year - 1, today.month, 1)
    smallest = SMALLEST_COUNT.now
    months = [
        (month.first, share_met(month.contacts, month.met, smallest_shown=smallest))
        for month in reversed(language_met(request.viewer, first, today))
    ]
    return render(request, "contacts/language.jinja", {"months": months, "smallest": smallest})
