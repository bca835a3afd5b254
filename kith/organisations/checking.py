"""The audit is looked through every hour; a break is logged, and told to those who look after it."""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from kith.kernel import clock
from kith.organisations.events import AuditBroken
from kith.platform import outbox
from kith.platform.audit.models import AuditCheck
from kith.platform.audit.seal import Verdict, verify

MOST_FAULTS = 20
log = logging.getLogger("kith")


@dataclass(frozen=True)
class Checked:
    """What the last look through the audit has found."""

    at: datetime
    entry_count: int
    seal_count: int
    fault_count: int
    faults: tuple[str, ...]


def look_through() -> Verdict:
    """Check the whole audit and write down what was found; a break is logged and announced. Safe to run twice."""
    verdict, now = verify(), clock.now()
    with transaction.atomic():
        AuditCheck.objects.create(
            at=now,
            entry_count=verdict.entry_count,
            seal_count=verdict.seal_count,
            fault_count=len(verdict.faults),
            faults=list(verdict.faults[:MOST_FAULTS]),
        )
        if not verdict.is_whole:
            outbox.append(AuditBroken(clock.today(), len(verdict.faults)))
    if not verdict.is_whole:
        log.error(
            "The audit is not as it was written and sealed: %d faults. Run: kith audit verify", len(verdict.faults)
        )
    return verdict


def last_check() -> Checked | None:
    """What the last look has found; None before the first."""
    row = AuditCheck.objects.order_by("-pk").first()
    if row is None:
        return None
    return Checked(row.at, row.entry_count, row.seal_count, row.fault_count, tuple(row.faults))
