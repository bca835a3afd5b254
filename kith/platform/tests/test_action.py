"""An action goes to the database together, or not at all."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from django.db import transaction

from kith.platform import audit, rows
from kith.platform.access.viewer import system_actor
from kith.platform.action import action, put_down
from kith.platform.audit.models import AuditEntry
from kith.platform.outbox.models import OutboxDelivery, OutboxEvent
from kith.platform.sign_in.models import Account

pytestmark = pytest.mark.django_db
BY = system_actor("test")


def say(what: str) -> None:
    audit.record(BY, what, Account(pk=1))


def said() -> list[str]:
    return list(AuditEntry.objects.filter(actor="system:test").order_by("pk").values_list("action", flat=True))


@action
def part(*, fails: bool = False) -> None:
    say("test.part")
    if fails:
        raise ValueError("no")


def test_what_a_act_writes_down_waits_for_its_end_and_goes_in_one_statement(django_assert_num_queries: Any) -> None:
    @action
    def whole() -> list[str]:
        say("test.first")
        part()
        say("test.last")
        return said()

    with django_assert_num_queries(4):  # a savepoint and its end, the look in between, and one insert
        assert whole() == []
    assert said() == ["test.first", "test.part", "test.last"]


def test_a_act_that_fails_leaves_nothing() -> None:
    @action
    def whole() -> None:
        say("test.first")
        part(fails=True)

    with pytest.raises(ValueError, match="no"):
        whole()
    assert said() == []


def test_what_an_action_wrote_inside_a_savepoint_is_undone_with_it() -> None:
    @action
    def whole() -> None:
        say("test.first")
        with suppress(RuntimeError), transaction.atomic():
            part()
            raise RuntimeError
        say("test.last")

    whole()
    assert said() == ["test.first", "test.last"]


def test_two_actions_of_one_room_cannot_have_one_name() -> None:
    def part() -> None: ...

    part.__module__ = "kith.platform.elsewhere"
    with pytest.raises(TypeError, match=r"platform\.part is an action of"):
        action(part)


def test_whoever_catches_the_failure_of_a_part_cannot_go_on() -> None:
    @action
    def whole() -> list[str]:
        with pytest.raises(ValueError, match="no"):
            part(fails=True)
        return said()

    with pytest.raises(transaction.TransactionManagementError):
        whole()


def test_what_is_written_inside_a_savepoint_that_is_undone_is_undone_with_it() -> None:
    @action
    def whole() -> None:
        say("test.first")
        with pytest.raises(ValueError, match="no"), transaction.atomic():
            say("test.undone")
            raise ValueError("no")

    whole()
    assert said() == ["test.first"]


def test_outside_a_act_everything_is_written_at_once() -> None:
    say("test.alone")
    assert said() == ["test.alone"]


def test_each_kind_is_handed_over_once_with_all_that_waited() -> None:
    handed: list[list[int]] = []

    @action
    def whole() -> None:
        for number in range(3):
            put_down(handed.append, number)

    whole()
    assert handed == [[0, 1, 2]]


def test_rows_of_several_tables_are_one_statement(django_assert_num_queries: Any, clock: Any) -> None:
    events = [OutboxEvent(at=clock.now(), name=f"test.{number}", payload={"n": [number]}) for number in range(2)]
    account = Account(email="one@example.org")
    with django_assert_num_queries(1):
        rows.insert([*events, account])
    assert list(
        OutboxEvent.objects.filter(name__startswith="test.").order_by("name").values_list("payload", flat=True)
    ) == [
        {"n": [0]},
        {"n": [1]},
    ]
    assert Account.objects.filter(email="one@example.org").exists()
    assert not OutboxDelivery.objects.exists()
