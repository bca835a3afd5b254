"""What looks after the place's machinery: failed jobs, and what was imported."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import UniqueViolation

from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.organisations.models import ImportRun
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action

MOST_FAULTS = 20


@action
def retry_job(*, by: Actor, job_id: int) -> None:
    """Have a failed job tried again at once; one that is queued anew meanwhile is refused."""
    access.require(by, Permission.ADMINISTER_PLACE)
    row = ProcrastinateJob.objects.filter(pk=job_id, status="failed").first()
    if row is None:
        raise NotFound("failed job")
    try:
        with transaction.atomic():
            app.job_manager.retry_job_by_id(job_id=row.pk, retry_at=clock.now())
    except UniqueViolation:
        raise Refusal("job_queued_already") from None
    audit.record(by, "organisations.job_retried", row, task=row.task_name)


@action
def note_import(*, by: Actor, kind: str, counts: Mapping[str, int], faults: Sequence[str]) -> None:
    """Keep what came of a file that the operator loaded."""
    access.require(by, Permission.ADMINISTER_PLACE)
    run = ImportRun.objects.create(
        kind=kind,
        at=clock.now(),
        counts=dict(counts),
        fault_count=len(faults),
        faults=[{"words": words[:300]} for words in faults[:MOST_FAULTS]],
    )
    audit.record(by, "organisations.import_noted", run, kind=kind, fault_count=len(faults))
