"""Jobs are queued with the action, tried again patiently, and never under an unknown name."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import TaskNotFound

from kith.platform.jobs import PATIENT, enqueue

pytestmark = pytest.mark.django_db


def test_a_job_is_queued_in_its_own_queue() -> None:
    enqueue("platform.deliver_event", event_id=7)
    queued = ProcrastinateJob.objects.get()
    assert (queued.task_name, queued.queue_name, queued.args, queued.status) == (
        "platform.deliver_event",
        "events",
        {"event_id": 7},
        "todo",
    )


def test_a_act_that_is_rolled_back_leaves_no_job() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        enqueue("platform.deliver_event", event_id=7)
        raise RuntimeError
    assert not ProcrastinateJob.objects.exists()


def test_a_slip_in_the_name_is_found_at_once() -> None:
    with pytest.raises(TaskNotFound):
        enqueue("platform.deliver_evnt", event_id=7)
    assert not ProcrastinateJob.objects.exists()


def test_a_failing_job_is_tried_for_more_than_a_week() -> None:
    class Tried:
        attempts = 0

    waited = timedelta()
    while decision := PATIENT.get_retry_decision(exception=RuntimeError(), job=Tried):  # type: ignore[arg-type]
        Tried.attempts += 1
        waited += timedelta(seconds=3**Tried.attempts)
        assert decision.retry_at is not None
    assert Tried.attempts == 12
    assert timedelta(days=8) < waited < timedelta(days=10)
    assert app.tasks["platform.deliver_event"].retry_strategy is PATIENT


def test_the_audit_is_sealed_by_the_clock_and_never_twice_at_once() -> None:
    app.perform_import_paths()
    (sealing,) = [task for task in app.tasks.values() if task.name == "platform.seal_audit"]
    assert sealing.queueing_lock == "platform.seal_audit"
    assert any(periodic.task is sealing for periodic in app.periodic_registry.periodic_tasks.values())


def test_running_the_queue_empties_it(run_jobs: Any) -> None:
    app.configure_task("platform.seal_audit").defer(timestamp=0)
    assert run_jobs() == 1
    assert run_jobs() == 0
