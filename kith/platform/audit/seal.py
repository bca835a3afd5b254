"""Seals: a chain of digests over the entries, so that a changed, removed or inserted row is found."""

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import OperationalError, connection, transaction
from django.db.models import Count, Max

from kith.kernel import clock
from kith.platform.audit import is_authentic, keyed_digest, outside
from kith.platform.audit.models import AuditEntry, AuditSeal

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
    """Seal all entries not yet sealed; None when there are none, or writers are busy. Safe to run twice."""
    settled = _last_settled_id()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEAL_LOCK])
        before = AuditSeal.objects.order_by("-last_id").first()
        unsealed = AuditEntry.objects.filter(pk__gt=before.last_id if before else 0, pk__lte=settled)
        rows = list(unsealed.order_by("pk"))
        if not rows:
            return None
        made = AuditSeal(sealed_at=clock.now(), first_id=rows[0].pk, last_id=rows[-1].pk, entry_count=len(rows))
        made.digest = _digest(bytes(before.digest) if before else b"", made, rows)
        made.save(force_insert=True)
        transaction.on_commit(lambda: outside.note(made.last_id, bytes(made.digest)))
    return made


def verify() -> Verdict:
    """Check every entry's code, every seal, and the note of the last seal that is kept outside the database."""
    faults: list[str] = []
    digest, last_id, entry_count, seals = b"", 0, 0, list(AuditSeal.objects.order_by("last_id"))
    for each in seals:
        rows = list(AuditEntry.objects.filter(pk__gt=last_id, pk__lte=each.last_id).order_by("pk"))
        if not hmac.compare_digest(_digest(digest, each, rows), bytes(each.digest)):
            faults.append(f"seal {each.pk}: entries {each.first_id} to {each.last_id} are not what was sealed")
        faults += _changed(rows)
        digest, last_id, entry_count = bytes(each.digest), each.last_id, entry_count + len(rows)
    unsealed = list(AuditEntry.objects.filter(pk__gt=last_id).order_by("pk"))
    faults += [*_changed(unsealed), *_copied(), *_cut_off(seals)]
    return Verdict(entry_count + len(unsealed), len(seals), tuple(faults))


def _changed(rows: Iterable[AuditEntry]) -> Iterator[str]:
    return (f"entry {row.pk}: changed since it was written" for row in rows if not is_authentic(row))


def _copied() -> Iterator[str]:
    codes = AuditEntry.objects.values("mac").annotate(times=Count("pk"), last=Max("pk")).filter(times__gt=1)
    return (f"entry {code['last']}: a copy of an earlier one" for code in codes)


def _cut_off(seals: list[AuditSeal]) -> Iterator[str]:
    noted = outside.last_noted()
    if noted and noted not in {(each.last_id, bytes(each.digest)) for each in seals}:
        yield f"seal up to entry {noted[0]}: noted outside the database, but missing or changed in it"


def _last_settled_id() -> int:
    """The highest id below which no entry can still appear; 0 when a writer in flight keeps us waiting."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            # Writers queue behind this lock while it waits, so it does not wait long.
            cursor.execute("SET LOCAL lock_timeout = '250ms'")
            cursor.execute("SELECT kith_audit_settled()")
            row: tuple[int] = cursor.fetchone()
    except OperationalError:  # what a lock not given in time is called
        return 0
    return row[0]


def _digest(previous: bytes, made: AuditSeal, rows: list[AuditEntry]) -> bytes:
    chain = keyed_digest(previous)
    chain.update(f"{made.sealed_at.isoformat()}:{made.first_id}:{made.last_id}:{made.entry_count}:".encode())
    for row in rows:
        chain.update(f"{row.pk}:".encode() + bytes(row.mac))
    return chain.digest()
