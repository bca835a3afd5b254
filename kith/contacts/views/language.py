"""How often the language need was met, by month; and why it was not, by organisation and by language."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from kith.contacts.queries.language import language_met, why_not_met
from kith.contacts.rules.language import share_met, whys_shown
from kith.contacts.wording.contacts import TALK_REASONS
from kith.kernel import clock
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.platform.access.viewer import Request


def language(request: Request) -> HttpResponse:
    """The last twelve months, the latest first, then why not; where few contacts stand nothing is said."""
    today = clock.today()
    first = date(today.year - 1, today.month, 1)
    smallest = SMALLEST_COUNT.now
    months = [
        (month.first, share_met(month.contacts, month.met, smallest_shown=smallest))
        for month in reversed(language_met(request.viewer, first, today))
    ]
    whys = [whys_shown(each, smallest_shown=smallest) for each in why_not_met(request.viewer, first, today)]
    page = {"months": months, "smallest": smallest, "by_organisation": whys[0], "by_language": whys[1]}
    return render(request, "contacts/language.jinja", {**page, "talk_reasons": TALK_REASONS})
