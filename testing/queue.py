"""The job queue without a worker: run what is due, here and now."""

from __future__ import annotations

import json

from django.db import connection
from procrastinate.contrib.django import app

from kith.kernel import clock

ENDLESS = 1000


def run_due_jobs() -> int:
    """Run every due job in order, and those that these queue, until none is left; how many ran. Failures are raised."""
    for ran in range(ENDLESS):
        if not _run_next():
            return ran
    raise RuntimeError(f"After {ENDLESS} jobs the queue is still not empty: does a job queue itself?")


def _run_next() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, task_name, args FROM procrastinate_jobs WHERE status = 'todo' "
            "AND (scheduled_at IS NULL OR scheduled_at <= %s) ORDER BY priority DESC, id LIMIT 1",
            [clock.now()],
        )
        row = cursor.fetchone()
        if row is None:
            return False
        job_id, task_name, arguments = row
        app.perform_import_paths()  # type: ignore[no-untyped-call]
        app.tasks[task_name].func(**(json.loads(arguments) if isinstance(arguments, str) else arguments))
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [job_id])
        cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = %s", [job_id])
    return True
