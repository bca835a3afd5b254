"""A day without internet, invented: tomorrow's café in a village hall, on its coordinator's phone already."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from kith.demonstration.people import Staff
from kith.families.rules.codes import InterpreterNeed
from kith.families.rules.entries import NewFamily
from kith.groups.actions.booking import book_place
from kith.groups.rules.places import BookingContact, PlaceOrder
from kith.hub_days.actions.devices import prepare_device
from kith.kernel import ids
from kith.kernel.clock import LONDON
from kith.kernel.ids import ServiceId, SessionId, VenueId
from kith.kernel.languages import ENGLISH, is_interface_language
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Role
from kith.platform.access.viewer import Actor
from kith.platform.sign_in.models import Account
from kith.whats_on.actions.planning import NewSeries, NewSession, add_series, plan_sessions

SERVICE = "baby-cafe-larkrise"
FAMILIES = 13
CAPACITY = 25
TITLE = {"en": "Village hall café", "ro": "Cafenea la căminul sătesc", "ar": "مقهى في قاعة القرية"}


def take_along(
    listed: tuple[ServiceId, VenueId | None], families: Sequence[NewFamily], staff: Staff, today: date, *, by: Actor
) -> str:
    """Plan a café for tomorrow, book families onto it, and have the coordinator take the day along."""
    service_id, venue_id = listed
    coordinator = viewer_for(Account.objects.get(pk=staff.accounts[Role.COORDINATOR.value]))
    if venue_id is None or coordinator is None:
        return "no day to take along"
    tomorrow = today + timedelta(days=1)
    series_id = add_series(by=by, series=NewSeries(service_id=service_id, code="village-hall", title=TITLE))
    starts_at = datetime.combine(tomorrow, time(10), LONDON)
    session = NewSession(
        starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), capacity=CAPACITY, venue_id=venue_id
    )
    (session_id,) = plan_sessions(by=by, series_id=series_id, sessions=[session])
    for number, family in enumerate(families[-FAMILIES:]):
        book_place(by=by, family_id=family.id, order=_order(session_id, family, number))
    prepare_device(by=coordinator, venue_id=venue_id, on=tomorrow, request_key=ids.new_uuid())
    return "1 day taken along on a phone"


def _order(session_id: SessionId, family: NewFamily, number: int) -> PlaceOrder:
    parent = family.parents[0]
    return PlaceOrder(
        session_id=session_id,
        request_key=f"village-hall-{number}",
        contact=BookingContact(f"{parent.given_name} {parent.family_name}", email=parent.email),
        language=parent.reads if is_interface_language(parent.reads) else ENGLISH.code,
        places=1,
        interpreter_need=parent.interpreter_need,
        interpreter_language=parent.speaks if parent.interpreter_need is InterpreterNeed.YES else "",
    )
