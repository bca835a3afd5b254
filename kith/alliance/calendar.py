"""The calendar file of a meeting: it follows when the meeting is moved, and goes when it is called off."""

from icalendar import Event

from kith.alliance.models.meetings import Meeting
from kith.alliance.rules.codes import MeetingState
from kith.kernel import clock
from kith.kernel.calendars import by_london, calendar_file, calendar_text

SUMMARY = "Meeting of the infant feeding alliance"
"""In English, as all that members write to each other."""


def calendar_of(row: Meeting, *, link: str) -> str:
    """The file's text; each later revision counts for more."""
    is_off = row.state is MeetingState.CALLED_OFF
    entry = Event()
    entry.add("uid", f"meeting-{row.pk}@kith")
    entry.add("sequence", row.revision - 1)
    entry.add("dtstamp", clock.now())
    entry.add("dtstart", by_london(row.starts_at))
    entry.add("dtend", by_london(row.ends_at))
    entry.add("summary", SUMMARY)
    entry.add("location", row.place)
    entry.add("status", "CANCELLED" if is_off else "CONFIRMED")
    entry.add("url", link)
    return calendar_text(calendar_file("Meetings", [entry], method="CANCEL" if is_off else "PUBLISH"))
