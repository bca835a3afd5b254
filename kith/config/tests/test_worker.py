"""The worker keeps the promise of the queue: what is rolled back was never queued."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from procrastinate.connector import BaseConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

from kith.config.worker import WorkerConnector


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
