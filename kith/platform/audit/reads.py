"""Reads of a person's record: noted while a page is made, written down before it is sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import Viewer
from kith.platform.audit.models import AuditEntry
from kith.platform.audit.trail import entry, insert

_collecting: ContextVar[list[AuditEntry] | None] = ContextVar("kith_reads", default=None)


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
