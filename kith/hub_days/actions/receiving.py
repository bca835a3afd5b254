"""What a device noted arrives: each entry once, whatever was sent before the network broke."""

from collections.abc import Sequence
from uuid import UUID

from kith.hub_days.actions.applying import applied
from kith.hub_days.actions.devices import own_device
from kith.hub_days.models import DayEntry, Device
from kith.hub_days.rules.codes import REFUSED, Became, DeviceId, EntryKind, Settled, WhyAside
from kith.hub_days.rules.days import is_late, moment_of
from kith.hub_days.rules.entries import MOST_ENTRIES, Noted, SealedEntry, Unreadable, noted_of
from kith.hub_days.rules.sealing import is_signed, opened
from kith.hub_days.settings import LATE_AFTER_DAYS
from kith.kernel import clock
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.platform import audit
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.whats_on.queries.desk import session_to_run


@action
def receive_entries(*, by: Actor, device_id: DeviceId, entries: Sequence[SealedEntry]) -> dict[UUID, str]:
    """Note what the person's device sends, and say what became of each entry; sent twice it is noted once.

    An entry that cannot stand by itself waits for a person; one that the device has not signed is not kept.
    """
    if len(entries) > MOST_ENTRIES:
        raise Refusal("too_many_entries", most=MOST_ENTRIES)
    # Two devices of one day are heard one after the other, so that neither overlooks what the other has just marked.
    device = Device.objects.locked_with_its_day(own_device(by, device_id))
    device.heard_at = clock.now()
    device.save(update_fields=["heard_at"])
    became = _known(device, entries)
    for each in sorted(entries, key=lambda entry: entry.number):
        if each.request_key not in became:
            became[each.request_key] = _received(by, device, each)
    return became


def _known(device: Device, entries: Sequence[SealedEntry]) -> dict[UUID, str]:
    """What became of those that have arrived before; the keys and numbers of others' entries are refused."""
    keys, numbers = [each.request_key for each in entries], [each.number for each in entries]
    own = {row.request_key: str(row.became) for row in device.entries.filter(request_key__in=keys)}
    foreign = DayEntry.objects.filter(request_key__in=keys).exclude(device=device).values_list("request_key", flat=True)
    used = set(device.entries.filter(number__in=numbers).exclude(request_key__in=keys).values_list("number", flat=True))
    taken = {each.request_key for each in entries if each.number in used}
    return {**dict.fromkeys((*foreign, *taken), REFUSED), **own}


def _received(by: Actor, device: Device, entry: SealedEntry) -> str:
    try:
        if not is_signed(entry, device=device.pk, secret=device.secret):
            raise Unreadable
        noted = noted_of(opened(entry, device=device.pk, secret=device.secret))
        if noted.session_id is not None and session_to_run(by, noted.session_id, lang=ENGLISH.code) is None:
            raise Unreadable
    except Unreadable:
        audit.record(by, "hub_days.entry_refused", device, number=entry.number)
        return REFUSED
    row = _row(device, entry, noted)
    if not _overtakes(device, row):
        row.became, row.why = _why_aside(device) or applied(by, device, row)
    if row.became in (Became.APPLIED, Became.SAME):
        row.said = {}
    row.save()
    audit.record(by, "hub_days.entry_received", row, became=row.became, why=row.why)
    return str(row.became)


def _row(device: Device, entry: SealedEntry, noted: Noted) -> DayEntry:
    """The entry as it is kept, not yet saved."""
    now = clock.now()
    return DayEntry(
        device=device,
        request_key=entry.request_key,
        number=entry.number,
        kind=noted.kind,
        at=moment_of(noted.at, prepared_at=device.prepared_at, ends_at=device.ends_at, now=now),
        received_at=now,
        session_id=noted.session_id,
        booking=noted.booking_id,
        wanted=noted.wanted or "",
        seen=noted.seen or "",
        said=noted.said,
        takes_back=noted.takes_back,
        became=Became.SAME,
    )


def _why_aside(device: Device) -> tuple[Became, str] | None:
    """Why nothing that this device sends counts by itself, or None if it does."""
    if device.withdrawn_at is not None:
        return Became.SET_ASIDE, WhyAside.WITHDRAWN
    late = is_late(ends_at=device.ends_at, now=clock.now(), days=LATE_AFTER_DAYS.now)
    return (Became.SET_ASIDE, WhyAside.LATE) if late else None


def _overtakes(device: Device, row: DayEntry) -> bool:
    """Whether the entry only takes back one that still waits for a person; a later mark ends an earlier one's wait."""
    waiting = device.entries.to_look_at()
    if row.kind == EntryKind.ATTENDANCE:
        before = waiting.filter(kind=EntryKind.ATTENDANCE, booking=row.booking)
    else:
        before = waiting.filter(request_key=row.takes_back) if row.takes_back else waiting.none()
    closed = before.update(settled=Settled.OVERTAKEN, settled_at=clock.now(), said={})
    return bool(closed) and row.takes_back is not None
