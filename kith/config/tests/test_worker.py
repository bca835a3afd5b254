"""The worker keeps the promise of the queue: what is rolled back was never queued."""

from __future__ import annotations

import asyncio

import pytest
from django.db import connection, transaction
from procrastinate.connector import BaseConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

from kith.config.worker import WorkerConnector, step_down, take_over


def queued_by_a_job_that_is_rolled_back(connector: BaseConnector) -> int:
    with app.replace_connector(connector), app.open(), transaction.atomic():
        app.configure_task("platform.seal_audit").defer(timestamp=0)
        transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        return int(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_a_job_that_is_rolled_back_has_queued_nothing() -> None:
    assert queued_by_a_job_that_is_rolled_back(WorkerConnector(kwargs=connector_params())) == 0


@pytest.mark.django_db(transaction=True)
def test_procrastinates_own_connector_would_have_queued_it() -> None:
    assert queued_by_a_job_that_is_rolled_back(PsycopgConnector(kwargs=connector_params())) == 1


def begun_by_a_worker_silent_for(seconds: int | None) -> int:
    """A job under way, by a worker last heard of so long ago, or by one whose very row is gone."""
    with connection.cursor() as cursor:
        worker = None
        if seconds is not None:
            cursor.execute(
                "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - make_interval(secs => %s)) "
                "RETURNING id",
                [seconds],
            )
            (worker,) = cursor.fetchone()
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, worker_id, args) "
            "VALUES ('events', 'platform.deliver_event', 'doing', %s, '{}') RETURNING id",
            [worker],
        )
        return int(cursor.fetchone()[0])


def states_after_taking_over() -> dict[int, str]:
    async def run() -> None:
        async with app.open_async():
            await take_over()
            await take_over()

    with app.replace_connector(WorkerConnector(kwargs=connector_params())):
        asyncio.run(run())
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, status::text FROM procrastinate_jobs")
        return dict(cursor.fetchall())


@pytest.mark.django_db(transaction=True)
def test_what_a_killed_worker_had_begun_is_done_by_another() -> None:
    killed, vanished, living = (begun_by_a_worker_silent_for(seconds) for seconds in (26, None, 12))
    assert states_after_taking_over() == {killed: "todo", vanished: "todo", living: "doing"}


@pytest.mark.django_db(transaction=True)
def test_what_fetches_jobs_acts_in_the_workers_own_role() -> None:
    async def role() -> object:
        async with app.open_async():
            found = await app.connector.execute_query_one_async("SELECT current_user AS role")
            return found["role"]

    with app.replace_connector(WorkerConnector(kwargs=connector_params(), configure=step_down)):
        assert asyncio.run(role()) == "kith_worker"
