"""Seals: a chain of digests over the entries, so that a changed, removed or inserted row is found."""

import hashlib
import hmac
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction

from kith.kernel import clock
from kith.platform.audit.models import AuditEntry, AuditSeal
from kith.platform.audit.trail import authentication_code

SEAL_LOCK = 0x4B495448  # "KITH"


@dataclass(frozen=True)
class Verdict:
    """What checking the audit found."""

    entry_count: int
    seal_count: int
    faults: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing has been tampered with."""
        return not self.faults


def seal() -> AuditSeal | None:
    """Seal all entries not yet sealed; None when there are none. Safe to run twice."""
    settled = _last_settled_id()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEAL_LOCK])
        before = AuditSeal.objects.order_by("-last_id").first()
        unsealed = AuditEntry.objects.filter(pk__gt=before.last_id if before else 0, pk__lte=settled)
        rows = list(unsealed.order_by("pk"))
        if not rows:
            return None
        return AuditSeal.objects.create(
            sealed_at=clock.now(),
            first_id=rows[0].pk,
            last_id=rows[-1].pk,
            entry_count=len(rows),
            digest=_digest(bytes(before.digest) if before else b"", rows),
        )


def verify() -> Verdict:
    """Check every entry's code and every seal."""
    faults: list[str] = []
    digest, last_id, entry_count, seal_count = b"", 0, 0, 0
    for each in AuditSeal.objects.order_by("first_id"):
        rows = list(AuditEntry.objects.filter(pk__gt=last_id, pk__lte=each.last_id).order_by("pk"))
        digest = _digest(digest, rows)
        if len(rows) != each.entry_count or not hmac.compare_digest(digest, bytes(each.digest)):
            faults.append(f"seal {each.pk}: entries {each.first_id} to {each.last_id} are not what was sealed")
        digest, last_id, seal_count = bytes(each.digest), each.last_id, seal_count + 1
    for row in AuditEntry.objects.order_by("pk").iterator():
        entry_count += 1
        if not hmac.compare_digest(authentication_code(row), bytes(row.mac)):
            faults.append(f"entry {row.pk}: changed since it was written")
    return Verdict(entry_count, seal_count, tuple(faults))


@transaction.atomic
def _last_settled_id() -> int:
    """The highest id below which no entry can still appear: writers in flight are waited for, briefly."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '2s'")
        cursor.execute("LOCK TABLE platform_auditentry IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("SELECT coalesce(max(id), 0) FROM platform_auditentry")
        row: tuple[int] = cursor.fetchone()
    return row[0]


def _digest(previous: bytes, rows: list[AuditEntry]) -> bytes:
    key: str = settings.KITH.audit_key.get_secret_value()
    chain = hmac.new(key.encode(), previous, hashlib.sha256)
    for row in rows:
        chain.update(f"{row.pk}:".encode() + bytes(row.mac))
    return chain.digest()
