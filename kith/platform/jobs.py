"""Work done in the background, queued in the same transaction as the action that asks for it."""

from collections.abc import Callable, Sequence
from typing import Any, ParamSpec, TypeVar

from django.db import connection
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

P = ParamSpec("P")
R = TypeVar("R")

PATIENT = RetryStrategy(max_attempts=12, exponential_wait=3)
"""Tries again after 3, 9, 27 … seconds: about nine days in all, so that a provider's bad weekend loses nothing."""


def job(
    name: str, *, queue: str = "default", retry: RetryStrategy = PATIENT
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make the function a job under this name. It takes ids and is safe to run twice; called directly it just runs."""

    def make(function: Callable[P, R]) -> Callable[P, R]:
        app.task(name=name, queue=queue, retry=retry)(function)
        return function

    return make


def periodic(name: str, *, cron: str) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """Make the function a job that the worker starts by this timetable."""

    def make(function: Callable[[], object]) -> Callable[[], object]:
        def run(timestamp: int) -> None:  # noqa: ARG001  # Procrastinate passes the instant it was due by this name
            function()

        app.periodic(cron=cron)(app.task(name=name, queueing_lock=name, pass_context=False)(run))
        return function

    return make


def enqueue(name: str, **ids: Any) -> None:
    """Queue the job of this name in the transaction under way; if that is rolled back nothing was queued."""
    app.configure_task(name, allow_unknown=False).defer(**ids)


def enqueue_for_each(name: str, statement: str, values: Sequence[Any]) -> None:
    """Run a writing statement that returns ids, and queue the job of this name for each row of them, all in one.

    The columns' names are the job's arguments. The function is Procrastinate's own; `enqueue` calls the same one.
    """
    job = app.configure_task(name, allow_unknown=False).job
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH made AS ({statement}) SELECT procrastinate_defer_jobs_v1(array_agg("
            "ROW(%s, %s, 0, NULL, NULL, to_jsonb(made), NULL)::procrastinate_job_to_defer_v1)) FROM made",
            [*values, job.queue, job.task_name],
        )
