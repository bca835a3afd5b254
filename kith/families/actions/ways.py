"""A parent's phone and mailbox, to which codes to sign in by, links and messages go."""

import re
from collections.abc import Collection, Mapping
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kith.families.actions.locking import lock_family
from kith.families.models.card import Card
from kith.families.models.consent import Consent
from kith.families.models.people import Parent
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.kernel.ways import Ways
from kith.platform import audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, Viewer, ViewerKind
from kith.platform.sign_in.accounts import end_sessions
from kith.ways.kinds import Holder, WayChanged, WayKind

_A_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _find(keys: Collection[str], lock: bool) -> Mapping[str, Holder]:
    rows = Parent.objects.filter(pk__in=_ids(keys)).order_by("pk")
    if lock:
        for family_id in sorted({row.family_id for row in rows}):
            lock_family(FamilyId(family_id))
        rows = rows.all()
    return {str(row.pk): Holder(row.full_name, row.ways, row.reads, FamilyId(row.family_id)) for row in rows}


def _kept_by(viewer: Viewer, keys: Collection[str]) -> Collection[str]:
    """Those whose family lets the viewer's organisation open its record today: an emergency opening changes no way."""
    rows = Parent.objects.filter(pk__in=_ids(keys))
    if viewer.kind is not ViewerKind.SYSTEM:
        opening = Consent.objects.opening().filter(organisation_id__in=viewer.organisation_ids)
        rows = rows.filter(family_id__in=opening.values("family_id"))
    return {str(pk) for pk in rows.values_list("pk", flat=True)}


def _write(by: Actor, changed: WayChanged) -> None:
    """Put it down, and close what stood open: the account's sight of this record, its sessions, the family's cards."""
    row = Parent.objects.select_related("account").get(pk=UUID(changed.key))
    setattr(row, changed.way.value, changed.new)
    if not changed.is_first:
        if row.account:
            end_sessions(row.account)
        row.account = None
        _end_cards(by, FamilyId(row.family_id))
    row.save(update_fields=[changed.way.value, "account"])
    audit.record(by, "families.way_written", row, family_id=FamilyId(row.family_id), way=changed.way)


def _end_cards(by: Actor, family_id: FamilyId) -> None:
    for card in Card.objects.select_for_update().filter(family_id=family_id, ended_at__isnull=True):
        card.ended_at = clock.now()
        card.save(update_fields=["ended_at"])
        audit.record(by, "families.card_ended", card, family_id=family_id, why="way_changed")


def _fault(_key: str, ways: Ways) -> Refusal | None:
    return Refusal("last_way_of_parent") if ways.is_empty else None


def _ids(keys: Collection[str]) -> list[UUID]:
    return [UUID(key) for key in keys if _A_UUID.fullmatch(key)]


PARENT_WAYS = WayKind(
    code="parent",
    words=_("Parent or carer"),
    needs=frozenset({Permission.CHANGE_RECORD}),
    told=(Permission.MANAGE_CASELOADS,),
    find=_find,
    kept_by=_kept_by,
    write=_write,
    fault=_fault,
)
