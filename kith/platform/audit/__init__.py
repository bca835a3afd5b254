"""Who did what, and who has looked at whose record. Rows can be added, never changed."""

from kith.platform.audit.reads import collected_reads, read, write_reads
from kith.platform.audit.seal import seal, verify
from kith.platform.audit.trail import LookedAt, looks_at, record

__all__ = ["LookedAt", "collected_reads", "looks_at", "read", "record", "seal", "verify", "write_reads"]
