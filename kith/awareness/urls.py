"""The addresses of events that all members promote."""

from kith.awareness.views import desk as at_desk
from kith.awareness.views import public as for_all
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

ASK = ("GET", "POST")
_PLANS = Permission.MANAGE_MEETINGS

public = [
    page("calendar/", for_all.calendar, audience=Audience.PUBLIC, name="alliance-calendar"),
    page("calendar/events.ics", for_all.calendar_file, audience=Audience.PUBLIC, name="alliance-calendar-file"),
    page("calendar/<int:event_id>/", for_all.event, audience=Audience.PUBLIC, name="alliance-event"),
    page("calendar/<int:event_id>/poster.pdf", for_all.poster, audience=Audience.PUBLIC, name="event-poster"),
]
desk = [
    # All members of the alliance share, whatever their people work as.
    page("events/", at_desk.events, audience=Audience.STAFF, name="events"),
    page("events/add/", at_desk.plan, audience=Audience.STAFF, name="plan-event", methods=ASK, needs=_PLANS),
    page(
        "events/add/<slug:known>/",
        at_desk.plan,
        audience=Audience.STAFF,
        name="plan-known-event",
        methods=ASK,
        needs=_PLANS,
    ),
    page("events/<int:event_id>/", at_desk.event, audience=Audience.STAFF, name="event", methods=ASK),
    page(
        "events/<int:event_id>/call-off/",
        at_desk.call_off,
        audience=Audience.STAFF,
        name="call-off-event",
        methods=("POST",),
        needs=_PLANS,
    ),
]
