"""An event is announced with its action, answered by every listener, and by each of them once."""

import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, connections, transaction

from kith.kernel.ids import FamilyId
from kith.platform import outbox
from kith.platform.outbox import delivery
from kith.platform.outbox.delivery import DeliveryFailed, deliver
from kith.platform.outbox.models import OutboxDelivery, OutboxEvent
from kith.platform.sign_in.models import Account


@dataclass(frozen=True)
class LampLit(outbox.Event):
    """An event of this test."""

    family_id: FamilyId
    on: date
    times: int = 1


LIT = LampLit(family_id=FamilyId(UUID(int=1)), on=date(2026, 3, 10))
heard: list[tuple[str, LampLit]] = []


def first(event: LampLit) -> None:
    heard.append(("first", event))


def second(event: LampLit) -> None:
    heard.append(("second", event))


def failing(event: LampLit) -> None:
    Account.objects.create_user(email="half-done@example.org")
    raise RuntimeError("the listener is broken")


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(outbox, "_listeners", {})
    heard.clear()
    yield
    heard.clear()


def test_an_event_arrives_as_it_was_announced(db: None, run_jobs: Any) -> None:
    outbox.listen(LampLit, first)
    outbox.append(LIT)
    assert heard == []
    run_jobs()
    assert heard == [("first", LIT)]
    assert OutboxEvent.objects.get().payload == {"family_id": str(UUID(int=1)), "on": "2026-03-10", "times": 1}


def test_an_event_is_named_for_its_room() -> None:
    assert LampLit.name == "platform.LampLit"


def test_a_act_that_is_rolled_back_was_never_announced(db: None, run_jobs: Any) -> None:
    outbox.listen(LampLit, first)
    with pytest.raises(RuntimeError), transaction.atomic():
        outbox.append(LIT)
        raise RuntimeError
    assert run_jobs() == 0
    assert (OutboxEvent.objects.count(), heard) == (0, [])


def test_delivering_twice_is_delivering_once(db: None) -> None:
    outbox.listen(LampLit, first)
    outbox.append(LIT)
    for _ in range(2):
        deliver(OutboxEvent.objects.get().pk)
    assert heard == [("first", LIT)]


def test_listening_twice_is_listening_once(db: None) -> None:
    outbox.listen(LampLit, first)
    outbox.listen(LampLit, first)
    assert outbox.listeners(LampLit) == (first,)


def test_a_listener_that_fails_holds_up_nobody_and_is_asked_again(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for listener in (first, failing, second):
        outbox.listen(LampLit, listener)
    outbox.append(LIT)
    event_id = OutboxEvent.objects.get().pk
    with pytest.raises(DeliveryFailed, match=r"platform\.LampLit .* 1 listener"):
        deliver(event_id)
    assert [name for name, _ in heard] == ["first", "second"]
    assert not Account.objects.exists()
    monkeypatch.setattr(sys.modules[__name__], "heard", heard)
    with pytest.raises(DeliveryFailed):
        deliver(event_id)
    assert [name for name, _ in heard] == ["first", "second"]
    assert OutboxDelivery.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_the_same_moment_deliver_once(monkeypatch: pytest.MonkeyPatch) -> None:
    together = threading.Barrier(2, timeout=5)

    def slow(event: LampLit) -> None:
        heard.append(("slow", event))

    outbox.listen(LampLit, slow)
    with transaction.atomic():
        outbox.append(LIT)
    event_id = OutboxEvent.objects.get().pk
    address = dict(connection.settings_dict)

    def work() -> None:
        connections["default"].settings_dict.update(address)
        together.wait()
        try:
            delivery.deliver(event_id)
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(heard) == 1


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_event_and_job_still_stand_or_fall_together() -> None:
    outbox.listen(LampLit, first)
    with connection.cursor() as cursor:
        cursor.execute("ALTER FUNCTION procrastinate_defer_jobs_v1 RENAME TO out_of_order")
    with pytest.raises(ProgrammingError):
        outbox.append(LIT)
    assert not OutboxEvent.objects.exists()
