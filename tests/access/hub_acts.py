"""Every action of a day without internet, done once, and what its addresses name."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from kith.families.events import FamilyBereaved
from kith.groups.models.bookings import Booking
from kith.groups.tests import world as small
from kith.hub_days.actions import devices, forgetting, receiving, settling
from kith.hub_days.models import DayEntry, Device
from kith.hub_days.rules.codes import DayEntryId, DeviceId
from kith.hub_days.tests.world import sealed
from kith.kernel import clock
from kith.kernel.ids import (
    BereavementId,
    BookingId,
    FamilyId,
    MembershipId,
    OrganisationId,
    SessionId,
    VenueId,
    new_uuid,
)
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.platform.access.viewer import Viewer, system_actor, viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from kith.whats_on.tests import world as dates
from testing.rows import Session

BY = system_actor("tests")
Act = Callable[[], object]


def hub_ids(organisation_id: OrganisationId) -> dict[str, Any]:
    """A venue with a session tomorrow, and a device that takes the day along."""
    venue_id = dates.a_venue(organisation_id, name="Hub without internet")
    series_id = dates.a_series(dates.a_service(organisation_id, venue_id), code="hub-day")
    tomorrow = clock.today() + timedelta(days=1)
    starts_at = datetime.combine(tomorrow, datetime.min.time(), clock.LONDON) + timedelta(hours=10)
    dates.a_session(series_id=series_id, venue_id=venue_id, starts_at=starts_at)
    device_id = devices.prepare_device(by=_megan(), venue_id=venue_id, on=tomorrow, request_key=new_uuid())
    return {"hub_venue_id": venue_id, "hub_on": tomorrow.isoformat(), "hub_device_id": device_id}


def _megan() -> Viewer:
    viewer = viewer_of_account(Account.objects.get(email=f"coordinator@{DOMAIN}"))
    assert viewer is not None
    return viewer


def _device() -> Device:
    return Device.objects.get(membership_id=_megan().membership_id or 0)


def _session() -> SessionId:
    return SessionId(Session.objects.get(series__code="hub-day").pk)


def _prepared(_world: object) -> Act:
    row = _device()
    venue_id, on = VenueId(row.venue_id), row.on
    return lambda: devices.prepare_device(by=_megan(), venue_id=venue_id, on=on, request_key=new_uuid())


def _entry(number: int = 1) -> Any:
    row = _device()
    booking_id = small.book(small.an_order(_session())).booking_id
    said = {"kind": "attendance", "at": 1, "session": _session(), "booking": str(booking_id)}
    marked = {**said, "wanted": "arrived", "seen": "expected"}
    return sealed(marked, device=row.pk, secret=row.secret, number=number)


def _received(_world: object) -> Act:
    entry = _entry()
    return lambda: receiving.receive_entries(by=_megan(), device_id=DeviceId(_device().pk), entries=[entry])


def _waiting() -> DayEntry:
    """An entry of a device that was withdrawn."""
    device_id = DeviceId(_device().pk)
    devices.withdraw_device(by=_megan(), device_id=device_id)
    receiving.receive_entries(by=_megan(), device_id=device_id, entries=[_entry()])
    return DayEntry.objects.get()


def _settled(_world: object) -> Act:
    entry_id = DayEntryId(_waiting().pk)
    return lambda: settling.settle_entry(by=_megan(), entry_id=entry_id, take=True)


def _quiet(_world: object) -> Act:
    family_id = FamilyId(Booking.objects.get(pk=BookingId(_waiting().booking or new_uuid())).family_id)
    event = FamilyBereaved(family_id, BereavementId(1), MembershipId(1), clock.today())
    return lambda: settling.quiet_entries_for_bereavement(event)


def _left(_world: object) -> Act:
    megan = _megan().membership_id
    assert megan
    end_membership(by=BY, membership_id=megan, until_on=clock.today())
    return lambda: devices.withdraw_devices_of_leaver(MembershipEnded(megan))


def _forgotten(_world: object) -> Act:
    Device.objects.update(on=clock.today() - timedelta(days=90))
    return lambda: forgetting.forget_days(by=BY)


def _of_device(act: Callable[..., object]) -> Callable[[object], Act]:
    return lambda _world: lambda: act(by=_megan(), device_id=DeviceId(_device().pk))


HUB_ACTS: dict[str, Callable[[Any], Act]] = {
    "hub_days.prepare_device": _prepared,
    "hub_days.withdraw_device": _of_device(devices.withdraw_device),
    "hub_days.note_wiped": _of_device(devices.note_wiped),
    "hub_days.withdraw_devices_of_leaver": _left,
    "hub_days.receive_entries": _received,
    "hub_days.settle_entry": _settled,
    "hub_days.quiet_entries_for_bereavement": _quiet,
    "hub_days.forget_days": _forgotten,
}
