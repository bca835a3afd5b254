"""A device takes a day along, is withdrawn when it is lost, and says when it has wiped what it kept."""

from datetime import date
from uuid import UUID

from kith.hub_days.models import Device
from kith.hub_days.rules.codes import DeviceId
from kith.hub_days.rules.days import may_prepare
from kith.kernel import clock
from kith.kernel.ids import VenueId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.organisations.events import MembershipEnded
from kith.organisations.queries.people import membership_card
from kith.platform import access, audit
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.whats_on.queries.desk import sessions_led


@action
def prepare_device(*, by: Actor, venue_id: VenueId, on: date, request_key: UUID) -> DeviceId:
    """Let the person take the day at this venue along on a device; the same request key never makes two."""
    access.require(by, Permission.SEE_REGISTER)
    if by.membership_id is None or not by.organisation_ids:
        raise Forbidden("device")
    if before := Device.objects.filter(request_key=request_key, membership_id=by.membership_id).first():
        return DeviceId(before.pk)
    if refusal := may_prepare(on, clock.today()):
        raise refusal
    first, last = clock.midnight(on), clock.midnight(date.fromordinal(on.toordinal() + 1))
    if not any(each.venue_id == venue_id for each in sessions_led(by, first=first, last=last, lang=ENGLISH.code)):
        raise NotFound("hub day")
    row = Device.objects.create(
        membership_id=by.membership_id,
        organisation_id=min(by.organisation_ids),
        venue_id=venue_id,
        on=on,
        prepared_at=clock.now(),
        request_key=request_key,
    )
    audit.record(by, "hub_days.device_prepared", row, venue_id=venue_id, on=on)
    return DeviceId(row.pk)


@action
def withdraw_device(*, by: Actor, device_id: DeviceId) -> None:
    """Withdraw a lost device: it wipes itself when it next has a network, and what it sends waits for a person."""
    access.require(by, Permission.SEE_REGISTER)
    row = access.visible(by, Device.objects.select_for_update()).filter(pk=device_id).first()
    if row is None:
        raise NotFound("device")
    _withdraw(by, row)


@action
def note_wiped(*, by: Actor, device_id: DeviceId) -> None:
    """Note that the device has wiped what it kept, as it says itself; said twice it is noted once."""
    row = own_device(by, device_id)
    if row.wiped_at is None:
        row.wiped_at = clock.now()
        row.save(update_fields=["wiped_at"])
        audit.record(by, "hub_days.device_wiped", row)


@action
def withdraw_devices_of_leaver(event: MembershipEnded) -> None:
    """Withdraw what a worker who has left still holds. Safe to run twice; a last day put off is none."""
    leaver = membership_card(event.membership_id)
    if leaver is None or leaver.left_on(clock.today()) is None:
        return
    live = Device.objects.filter(membership_id=leaver.id, withdrawn_at=None, wiped_at=None, on__gte=clock.today())
    for row in live.select_for_update():
        _withdraw(system_actor("hub_days"), row)


def own_device(by: Actor, device_id: DeviceId) -> Device:
    """The device that this person has prepared; NotFound for all others."""
    access.require(by, Permission.SEE_REGISTER)
    row = Device.objects.filter(pk=device_id, membership_id=by.membership_id or 0).first()
    if row is None:
        raise NotFound("device")
    return row


def _withdraw(by: Actor, row: Device) -> None:
    if row.wiped_at is not None:
        raise Refusal("device_is_wiped")
    if row.withdrawn_at is None:
        row.withdrawn_at, row.withdrawn_by_id = clock.now(), by.membership_id
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
        audit.record(by, "hub_days.device_withdrawn", row)
