"""The public calendar."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.awareness.calendar import calendar_of
from kith.awareness.printing import print_poster, when_words
from kith.awareness.queries.events import calendar as events_to_come
from kith.awareness.queries.events import event_for_all
from kith.awareness.wording.events import KINDS
from kith.kernel.languages import interface_language
from kith.platform.access.viewer import Request


def calendar(request: Request) -> HttpResponse:
    """What is to come, for the public."""
    cards = events_to_come(request.viewer, lang=get_language() or "en")
    return render(request, "awareness/calendar.jinja", {"cards": cards, "kinds": KINDS, "when": when_words})


def calendar_file(request: Request) -> HttpResponse:
    """The same as a file that a phone follows, in the reader's language."""
    cards = events_to_come(request.viewer, lang=get_language() or "en")
    response = HttpResponse(
        calendar_of(cards, name=_("Events that we share")), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'inline; filename="events.ics"'
    return response


def event(request: Request, event_id: int) -> HttpResponse:
    """One event for the public: its words and its poster in the reader's language."""
    card = event_for_all(request.viewer, event_id, lang=get_language() or "en")
    return render(request, "awareness/event_for_all.jinja", {"card": card, "when": when_words})


def poster(request: Request, event_id: int) -> HttpResponse:
    """The poster of an event in the reader's language."""
    language = interface_language(get_language() or "en")
    card = event_for_all(request.viewer, event_id, lang=language.code)
    name = f'inline; filename="poster-{card.id}-{language.code}.pdf"'
    content = print_poster(card, language)
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": name})
