"""A person decides about what did not stand by itself; after a death there is no question left to decide."""

from django.db.models import Q

from kith.cafes.queries.turns import turns_of_family
from kith.families.events import FamilyBereaved
from kith.groups.queries.bookings import bookings_of_family
from kith.hub_days.actions import applying
from kith.hub_days.models import DayEntry
from kith.hub_days.rules.codes import DayEntryId, EntryKind, Settled
from kith.kernel import clock
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action


@action
def settle_entry(*, by: Actor, entry_id: DayEntryId, take: bool) -> None:
    """Take what a device noted into the register, or leave the register as it is; decided twice, the first counts."""
    access.require(by, Permission.SEE_REGISTER)
    rows = access.visible(by, DayEntry.objects.select_related("device"))
    row = rows.select_for_update(of=("self",)).filter(pk=entry_id).first()
    if row is None:
        raise NotFound("day entry")
    if not DayEntry.objects.to_look_at().filter(pk=row.pk).exists():
        return
    if take:
        _take(by, row)
    _close(by, row, Settled.TAKEN if take else Settled.LEFT)


@action
def quiet_entries_for_bereavement(event: FamilyBereaved) -> None:
    """End the questions of how a bereaved family was marked: the register stays as it is. Safe to run twice."""
    by = system_actor("hub_days")
    bookings = [each.id for each in bookings_of_family(by, event.family_id, lang=ENGLISH.code)]
    about = Q(booking__in=bookings) | Q(kind=EntryKind.TURN, said__turn__in=turns_of_family(event.family_id))
    for row in DayEntry.objects.to_look_at().filter(about):
        _close(by, row, Settled.LEFT)


def _take(by: Actor, row: DayEntry) -> None:
    try:
        match EntryKind(row.kind):
            case EntryKind.ATTENDANCE:
                applying.mark(by, row)
            case EntryKind.ARRIVALS:
                applying.count(by, row)
            case EntryKind.ARRIVALS_BACK:
                applying.uncount(by, row)
            case EntryKind.HAND_OUT:
                applying.hand_out(row.device, row)
            case EntryKind.HAND_OUT_BACK:
                applying.hand_out_back(row.device, row)
            case EntryKind.TURN:
                applying.move(by, row)
    except NotFound as missing:
        raise Refusal("entry_cannot_be_taken") from missing


def _close(by: Actor, row: DayEntry, settled: Settled) -> None:
    row.settled, row.settled_by_id, row.settled_at, row.said = settled, by.membership_id, clock.now(), {}
    row.save(update_fields=["settled", "settled_by", "settled_at", "said"])
    audit.record(by, "hub_days.entry_settled", row, settled=settled)
