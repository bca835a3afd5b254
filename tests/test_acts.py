"""Nothing is done in the house that is not written down."""

from typing import Any

import pytest
from django.db import transaction

from kith.platform.audit.models import AuditEntry
from tests.access.acts import ACTS, actions
from tests.access.world import World

PARTICULARS = ("Ioana", "Maria", "Popescu", "Ionescu", "+4477", "@example.org", "123456")


def written_by(name: str, world: World) -> list[AuditEntry]:
    act = ACTS[name](world)
    before = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    act()
    return list(AuditEntry.objects.filter(pk__gt=before, kind="write"))


def test_every_action_has_its_act_here() -> None:
    assert set(ACTS) == set(actions())


def test_every_action_writes_at_least_one_entry_and_no_particulars(world: World, run_jobs: Any) -> None:
    run_jobs()
    silent, talking = [], []
    for name in sorted(ACTS):
        point = transaction.savepoint()
        entries = written_by(name, world)
        if not entries:
            silent.append(name)
        talking += [
            f"{name}: {entry.action} says {word}"
            for entry in entries
            for word in PARTICULARS
            if word in f"{entry.facts} {entry.subject_id} {entry.actor}"
        ]
        transaction.savepoint_rollback(point)
        transaction.savepoint_commit(point)
    assert (silent, talking) == ([], [])


def test_the_control_a_act_that_says_nothing_is_noticed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.platform.audit.rows.add", lambda *_: None)
    assert written_by("families.register_family", world) == []
