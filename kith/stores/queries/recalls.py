"""How far recalls have come: who was told, by what proof, and which families a person must still tell."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q

from kith.kernel.ids import FamilyId, OrganisationId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.stores.models.recalls import Recall, RecallHolder
from kith.stores.models.stock import Batch
from kith.stores.rules.codes import Arrival, BatchId, HowTold, RecallBy, RecallHolderId, RecallId, RecallReason

MOST = 100


@dataclass(frozen=True)
class RecallRow:
    """A recall and how far it has come: how many have or had it, were told, and need a person to tell them."""

    id: RecallId
    by: RecallBy
    what: str
    reason: RecallReason
    started_at: datetime
    blocked: int
    found: int
    told: int
    to_ring: int


@dataclass(frozen=True)
class HolderRow:
    """A family to tell, and the proof that it was: how, when, and how far its message has come."""

    id: RecallHolderId
    family_id: FamilyId
    name: str
    phone: str
    held: str
    held_from: date
    held_until: date | None
    told_at: datetime | None
    how: HowTold | None
    arrived: Arrival | None
    needs_person: bool

    @property
    def is_to_tell(self) -> bool:
        """Whether a person must tell the family: no message could go, or it did not arrive."""
        return self.needs_person


def recalls_listed(viewer: Viewer, asked: ListAsked) -> Paged[RecallRow]:
    """The recalls of the viewer's organisation, the latest first."""
    access.require(viewer, Permission.LEND_PUMP)
    found = paged(_counted(viewer).order_by("-started_at", "-pk"), asked)
    return found.with_rows(map(_row, found.rows))


def recall_page(viewer: Viewer, recall_id: RecallId, asked: ListAsked) -> tuple[RecallRow, Paged[HolderRow]]:
    """One recall with its families: those that a person must tell come first."""
    access.require(viewer, Permission.LEND_PUMP)
    row = _counted(viewer).filter(pk=recall_id).first()
    if row is None:
        raise NotFound("recall")
    holders = RecallHolder.objects.filter(recall_id=recall_id).order_by(
        "-needs_person", F("told_at").asc(nulls_first=True), "pk"
    )
    named = holders.filter(contact_name__icontains=asked.words) if asked.words else holders
    found = paged(named, asked)
    audit.read(viewer, "stores.recall_opened", Recall._meta.label, recall_id)
    return _row(row), found.with_rows(map(_holder, found.rows))


def holder_of(viewer: Viewer, holder_id: RecallHolderId) -> tuple[RecallId, HolderRow]:
    """One family to tell; NotFound for another organisation's."""
    access.require(viewer, Permission.LEND_PUMP)
    row = access.visible(viewer, RecallHolder.objects.filter(pk=holder_id)).first()
    if row is None:
        raise NotFound("holder")
    return RecallId(row.recall_id), _holder(row)


def batches_to_recall(viewer: Viewer) -> list[tuple[BatchId, str]]:
    """The batches of the viewer's organisation that are not called back yet."""
    access.require(viewer, Permission.MANAGE_STOCK)
    rows = access.visible(viewer, Batch.objects.filter(recalled_at=None)).select_related("item")
    return [(BatchId(row.pk), f"{row.item.name} · {row.number}") for row in rows.order_by("item__name", "number")]


def is_recalled(organisation_id: OrganisationId, by: RecallBy, what: str) -> bool:
    """Whether this is called back already."""
    return Recall.objects.filter(organisation_id=organisation_id, by=by, what=what).exists()


def _counted(viewer: Viewer) -> Any:
    told = Q(holders__told_at__isnull=False)
    rows = access.visible(viewer, Recall.objects.all())
    return rows.annotate(
        found=Count("holders"),
        told=Count("holders", filter=told),
        to_ring=Count("holders", filter=Q(holders__needs_person=True)),
    )


def _row(row: Any) -> RecallRow:
    return RecallRow(
        RecallId(row.pk),
        row.by,
        row.what,
        row.reason,
        row.started_at,
        row.blocked_count,
        row.found,
        row.told,
        row.to_ring,
    )


def _holder(row: RecallHolder) -> HolderRow:
    return HolderRow(
        id=RecallHolderId(row.pk),
        family_id=FamilyId(row.family_id),
        name=row.contact_name,
        phone=row.contact_phone,
        held=row.held,
        held_from=row.held_from,
        held_until=row.held_until,
        told_at=row.told_at,
        how=row.how or None,
        arrived=row.arrived or None,
        needs_person=row.needs_person,
    )
