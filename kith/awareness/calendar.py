"""The calendar file that a phone follows: whole days, each event by its own name."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event

from kith.awareness.queries.events import EventCard
from kith.kernel import clock

FETCHED_EVERY = timedelta(days=1)


def calendar_of(cards: Iterable[EventCard], *, name: str) -> str:
    """The file's text; a day that is called off disappears from it with the next fetching."""
    file = Calendar()
    file.add("prodid", "-//Kith//Events//EN")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("name", name)
    file.add("x-wr-calname", name)
    file.add("refresh-interval", FETCHED_EVERY, parameters={"value": "DURATION"})
    for card in cards:
        file.add_component(_entry(card))
    return bytes(file.to_ical()).decode()


def _entry(card: EventCard) -> Event:
    entry = Event()
    entry.add("uid", f"event-{card.id}@kith")
    entry.add("dtstamp", clock.now())
    entry.add("dtstart", card.from_on)
    # A whole day ends with the beginning of the next one (RFC 5545, 3.6.1).
    entry.add("dtend", card.until_on + timedelta(days=1))
    entry.add("summary", card.title.text)
    entry.add("description", card.short.text)
    entry.add("url", f"{settings.KITH.site_url}{reverse('alliance-event', args=[card.id])}")
    entry.add("transp", "TRANSPARENT")
    return entry
