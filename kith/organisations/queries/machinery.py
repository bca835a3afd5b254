"""How the place's machinery does: jobs that failed, what was imported, health, storage, the last proven backup."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from kith.kernel import clock
from kith.organisations.models import ImportRun
from kith.organisations.rules import BACKUP_OLD_AFTER
from kith.organisations.scope import administered_by
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.health.checks import OK, health
from kith.platform.listing import ListAsked, Paged, paged

BACKUP_NOTE = "backups.json"
"""Where the operator's command notes in the folder of the place which backup was made and proven last."""
LOOKED_BACK = timedelta(days=7)


@dataclass(frozen=True)
class JobRow:
    """A job that failed for good: which, how often it was tried, and when last."""

    id: int
    task: str
    attempts: int
    failed_at: datetime | None


@dataclass(frozen=True)
class ImportFault:
    """What was wrong: in which row of the file (None where it says so itself), in words."""

    row: int | None
    words: str


@dataclass(frozen=True)
class ImportRow:
    """A file that was read, and what came of it."""

    kind: str
    at: datetime
    by: str
    counts: Mapping[str, int]
    fault_count: int
    faults: tuple[ImportFault, ...]


@dataclass(frozen=True)
class Condition:
    """How the place does: each check with its finding, storage in bytes, and the last proven backup."""

    checks: tuple[tuple[str, str, bool], ...]
    database_bytes: int
    disk_free_bytes: int
    disk_bytes: int
    proven_at: datetime | None
    proven_rows: int
    is_backup_old: bool


def failed_jobs(viewer: Viewer, asked: ListAsked) -> Paged[JobRow]:
    """Those that nothing tries again by itself, the latest first."""
    access.require(viewer, Permission.ADMINISTER_PLACE)
    found = paged(ProcrastinateJob.objects.filter(status="failed").order_by("-id"), asked)
    events = ProcrastinateEvent.objects.filter(job_id__in=[row.id for row in found.rows], type="failed")
    when = dict(events.order_by("at").values_list("job_id", "at"))
    return found.with_rows(JobRow(row.id, row.task_name, row.attempts, when.get(row.id)) for row in found.rows)


def imports(viewer: Viewer, asked: ListAsked) -> Paged[ImportRow]:
    """Files that were read, the latest first; an administrator of one organisation sees those of her own."""
    own = administered_by(viewer)
    rows = ImportRun.objects.select_related("by").order_by("-at", "-pk")
    found = paged(rows if own is None else rows.filter(organisation_id__in=own), asked)
    return found.with_rows(map(_import_row, found.rows))


def condition(viewer: Viewer) -> Condition:
    """Health, storage and backup, as they are at this moment."""
    access.require(viewer, Permission.ADMINISTER_PLACE)
    found, disk, proven = health(), shutil.disk_usage(_existing()), _proven()
    checks = [(name, words, words == OK) for name, words in found.checks.items()]
    warnings = [(name, words, False) for name, words in found.warnings.items()]
    return Condition(
        checks=(*checks, *warnings),
        database_bytes=_database_size(),
        disk_free_bytes=disk.free,
        disk_bytes=disk.total,
        proven_at=proven[0] if proven else None,
        proven_rows=proven[1] if proven else 0,
        is_backup_old=_is_old(proven),
    )


def machinery_counts(viewer: Viewer) -> tuple[int, int, bool]:
    """How many jobs have failed, how many imports of the last week had faults, and whether a backup must be proven."""
    own = administered_by(viewer)
    faulty = ImportRun.objects.filter(at__gte=clock.now() - LOOKED_BACK, fault_count__gt=0)
    if own is not None:
        return 0, faulty.filter(organisation_id__in=own).count(), False
    failed = ProcrastinateJob.objects.filter(status="failed").count()
    return failed, faulty.count(), _is_old(_proven())


def _is_old(proven: tuple[datetime, int] | None) -> bool:
    return proven is None or proven[0] < clock.now() - BACKUP_OLD_AFTER


def _proven() -> tuple[datetime, int] | None:
    """When a backup was last restored and compared, and how many rows it had; None where no note can be read."""
    try:
        said = json.loads((_folder() / BACKUP_NOTE).read_text("utf-8"))["proven"]
        return datetime.fromisoformat(said["at"]), int(said["rows"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _import_row(row: ImportRun) -> ImportRow:
    faults = tuple(ImportFault(each.get("row"), each["words"]) for each in row.faults)
    return ImportRow(row.kind, row.at, row.by.name if row.by else "", row.counts, row.fault_count, faults)


def _database_size() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])


def _folder() -> Path:
    return Path(settings.KITH.place_var)


def _existing() -> Path:
    folder = _folder()
    return next(each for each in (folder, *folder.parents) if each.exists())
