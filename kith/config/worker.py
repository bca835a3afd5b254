"""The worker's entry: takes jobs from the queue and does them, until it is told to stop."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from typing import Any

import django
from procrastinate.connector import BaseConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import ConnectorException
from procrastinate.psycopg_connector import PsycopgConnector
from psycopg import AsyncConnection

from kith.config.apart import refuse_mixed
from kith.walls.roles import STEP_DOWN, WORKER

CONCURRENCY = 4
# Somebody waits for a page; nobody waits for a job.
POLITENESS = 5
SECONDS_TO_FINISH = 8.0
# A worker beats every ten seconds; after two missed beats its jobs are taken over.
SECONDS_OF_SILENCE = 25.0
SECONDS_BETWEEN_LOOKS = 5.0


class WorkerConnector(PsycopgConnector):
    """Fetches jobs over a connection of its own, but queues new ones over Django's.

    Procrastinate's own choice would queue them outside the job's transaction: an event announced by a job that is
    then rolled back would still be delivered.
    """

    def get_sync_connector(self) -> BaseConnector:
        """The connection, and so the transaction, of the job that asks."""
        return DjangoConnector()


def main() -> None:
    """Work until told to stop; a job under way has a few seconds to finish."""
    os.environ["KITH_PART"] = "worker"
    django.setup()
    refuse_mixed()
    os.nice(POLITENESS)
    with app.replace_connector(WorkerConnector(kwargs=connector_params(), configure=step_down)):
        asyncio.run(_work())


async def step_down(connection: AsyncConnection[Any]) -> None:
    """Let a connection that fetches jobs act in the worker's role, as Django's own do."""
    await connection.execute(STEP_DOWN, [WORKER])
    await connection.commit()


async def take_over() -> None:
    """Put back into the queue what a worker that was killed had begun. Safe to run twice: so is every job."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=SECONDS_OF_SILENCE):
        # Another worker was quicker, or the same periodic job waits already: either way it will be done.
        with suppress(ConnectorException):
            await app.job_manager.retry_job(job)


async def _work() -> None:
    async with app.open_async():
        watch = asyncio.create_task(_watch_others())
        try:
            await app.run_worker_async(
                name="kith",
                concurrency=CONCURRENCY,
                shutdown_graceful_timeout=SECONDS_TO_FINISH,
                delete_jobs="successful",
            )
        finally:
            watch.cancel()


async def _watch_others() -> None:
    while True:
        with suppress(ConnectorException):
            await take_over()
        await asyncio.sleep(SECONDS_BETWEEN_LOOKS)


if __name__ == "__main__":
    main()
