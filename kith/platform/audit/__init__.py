"""Who did what, and who has looked at whose record. Rows can be added, never changed.

Reads of a record are noted while a page is made and written down before it is sent.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Max, Model, Q
from django.db.models.functions import TruncDate

from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId
from kith.platform import rows
from kith.platform.access.viewer import Actor, Viewer, ViewerKind
from kith.platform.audit.models import AuditEntry
from kith.walls.saying import beyond

# So that no two entries carry the same code: a row copied to another place gives itself away.
NONCE_BYTES = 16
_KITH = f"{ViewerKind.SYSTEM}:"
_collecting: ContextVar[list[AuditEntry] | None] = ContextVar("kith_reads", default=None)


@dataclass(frozen=True)
class RecordRead:
    """A day on which a person opened a family's record, and when last; ``is_kith``: Kith itself, and no person."""

    at: datetime
    membership_id: MembershipId | None
    is_kith: bool


def record(by: Actor, action: str, subject: Model, *, family_id: FamilyId | None = None, **facts: object) -> None:
    """Write down, in the action's own transaction, that this was done. Facts are ids and codes, never particulars."""
    row = entry(
        kind=AuditEntry.Kind.WRITE,
        by=by,
        action=action,
        subject_kind=subject._meta.label,
        subject_id=subject.pk,
        family_id=family_id,
        facts=facts,
    )
    rows.add(row)


def read(
    viewer: Viewer, what: str, subject_kind: str, subject_id: object, *, family_id: FamilyId | None = None
) -> None:
    """Note that the viewer opened this record; outside a page it is written at once."""
    row = entry(
        kind=AuditEntry.Kind.READ,
        by=viewer,
        action=what,
        subject_kind=subject_kind,
        subject_id=subject_id,
        family_id=family_id,
        facts={},
    )
    noted = _collecting.get()
    if noted is None:
        insert([row])
    else:
        noted.append(row)


@contextmanager
def collected_reads() -> Iterator[list[AuditEntry]]:
    """Gather the reads noted inside the block, so that they can be written outside the read-only transaction."""
    noted: list[AuditEntry] = []
    token = _collecting.set(noted)
    try:
        yield noted
    finally:
        _collecting.reset(token)


def write_reads(rows: list[AuditEntry]) -> None:
    """Write the gathered reads; a page whose reads cannot be written is not sent."""
    if rows:
        insert(rows)


@beyond("who has looked at the record, for those who may open it; a merged record is there no more")
def record_reads(*family_ids: FamilyId, apart: Iterable[tuple[int, datetime, datetime]] = ()) -> list[RecordRead]:
    """Who else has opened a family's record (or records), once a person and day, latest first.

    The family's own looks are its own business. ``apart``: whose looks between which instants are not counted.
    """
    reads = AuditEntry.objects.filter(family_id__in=family_ids, kind=AuditEntry.Kind.READ)
    for membership_id, first, until in apart:
        reads = reads.exclude(membership_id=membership_id, at__gte=first, at__lt=until)
    days = (
        reads.exclude(actor=ViewerKind.PARENT.value)
        .values("membership_id", day=TruncDate("at", tzinfo=clock.LONDON), is_kith=Q(actor__startswith=_KITH))
        .annotate(last=Max("at"))
        .order_by("-last")
    )
    return [
        RecordRead(row["last"], MembershipId(row["membership_id"]) if row["membership_id"] else None, row["is_kith"])
        for row in days
    ]


def entry(
    *,
    kind: AuditEntry.Kind,
    by: Viewer,
    action: str,
    subject_kind: str,
    subject_id: object,
    family_id: FamilyId | None,
    facts: dict[str, object],
) -> AuditEntry:
    """An entry, not yet saved, that carries its authentication code."""
    row = AuditEntry(
        at=clock.now(),
        kind=kind,
        actor=f"{_KITH}{by.name}" if by.kind is ViewerKind.SYSTEM else by.kind.value,
        account_id=by.account_id,
        membership_id=by.membership_id,
        action=action,
        subject_kind=subject_kind,
        subject_id=str(subject_id),
        family_id=family_id,
        facts=json.loads(json.dumps(facts, default=str)),
    )
    nonce = secrets.token_bytes(NONCE_BYTES)
    row.mac = nonce + _code(row, nonce)
    return row


def is_authentic(row: AuditEntry) -> bool:
    """Whether the entry says what it said when it was written: only who holds the audit key can make its code."""
    nonce, code = bytes(row.mac[:NONCE_BYTES]), bytes(row.mac[NONCE_BYTES:])
    return hmac.compare_digest(_code(row, nonce), code)


def keyed_digest(start: bytes) -> hmac.HMAC:
    """A digest under the audit key, begun with these bytes."""
    return hmac.new(settings.KITH.audit_key.get_secret_value().encode(), start, hashlib.sha256)


def _code(row: AuditEntry, nonce: bytes) -> bytes:
    said = [
        row.at.isoformat(),
        row.kind,
        row.actor,
        row.account_id,
        row.membership_id,
        row.action,
        row.subject_kind,
        row.subject_id,
        str(row.family_id or ""),
        row.facts,
    ]
    return keyed_digest(nonce + json.dumps(said, sort_keys=True).encode()).digest()


def insert(entries: list[AuditEntry]) -> None:
    """Save several entries in one statement."""
    rows.insert(entries)
