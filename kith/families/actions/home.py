"""Where a family lives and what trouble it is in."""

from kith.families.actions.locking import lock_family
from kith.families.actions.rows import address_row
from kith.families.events import HomeMoved
from kith.families.models.family import Address
from kith.families.models.living import CrisisFlag
from kith.families.rules.changes import may_move
from kith.families.rules.codes import Crisis
from kith.families.rules.entries import NewAddress
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.platform import access, audit, outbox
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def move_home(*, by: Actor, family_id: FamilyId, address: NewAddress) -> None:
    """Close the address the family lived at and open the next; for the same day it is corrected. Safe to send twice."""
    access.require(by, Permission.CHANGE_RECORD, family_id=family_id)
    lock_family(family_id)
    now = Address.objects.current().filter(family_id=family_id).first()
    since = now.from_on if now else None
    if refusal := may_move(address, lives_there_since=since, today=clock.today()):
        raise refusal
    row = address_row(family_id, address, clock.now())
    if now and now.from_on == row.from_on:
        row.pk = now.pk
        row.save(force_update=True)
    else:
        Address.objects.current().filter(family_id=family_id).update(until_on=row.from_on)
        row.save(force_insert=True)
    audit.record(by, "families.home_moved", row, family_id=family_id, is_temporary=row.is_temporary)
    outbox.append(HomeMoved(family_id, row.from_on.isoformat(), row.is_temporary))


@action
def change_crises(*, by: Actor, family_id: FamilyId, kinds: frozenset[Crisis]) -> None:
    """Flag the troubles the family is in today and end those it is no longer in; safe to send twice."""
    access.require(by, Permission.CHANGE_RECORD, family_id=family_id)
    lock_family(family_id)
    today = clock.today()
    is_open = CrisisFlag.objects.current().filter(family_id=family_id)
    already = set(is_open.values_list("kind", flat=True))
    is_open.exclude(kind__in=kinds).update(until_on=today)
    for kind in sorted(kinds - already):
        CrisisFlag.objects.create(family_id=family_id, kind=kind, from_on=today)
    subject = CrisisFlag(family_id=family_id)
    audit.record(by, "families.crises_changed", subject, family_id=family_id, open_count=len(kinds))
