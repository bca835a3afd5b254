"""The wiring carries what happens in one room to those who answer it."""

import ast
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

from django.test import Client

from kith.families.actions.registering import register_family
from kith.families.rules.entries import NewFamily, NewParent
from kith.groups.events import PlaceBooked
from kith.platform import outbox
from kith.platform.access.viewer import system_actor

KITH = Path(__file__).resolve().parents[2]
SOURCES = [path for path in KITH.rglob("*.py") if not {"tests", "migrations"} & set(path.parts)]


def test_a_parent_known_by_her_phone_gets_a_text_in_her_language_and_opens_her_page(
    client: Client, db: None, run_jobs: Any, settings: Any
) -> None:
    family = NewFamily(parents=(NewParent("Ioana", "Popescu", phone="+447700900123"),))
    register_family(by=system_actor("test"), family=family)
    client.post("/ro/my/sign-in/", {"contact": "07700 900123"})
    run_jobs()
    texts = [
        path.read_text()
        for path in settings.KITH.place_var.rglob("*")
        if path.is_file() and "+447700900123" in path.read_text(errors="replace")
    ]
    assert len(texts) == 1
    code = client.session["account_login"]["state"]["stages"]["login_by_code"]["data"]["code"]
    assert code in texts[0]
    answer = client.post("/ro/my/sign-in/code/", {"code": code})
    assert answer.headers["Location"] == "/ro/my/"
    assert client.get("/ro/my/").status_code == 200


def test_a_stranger_gets_nothing(client: Client, db: None, run_jobs: Any) -> None:
    client.post("/ro/my/sign-in/", {"contact": "07700 900124"})
    assert run_jobs() == 0


def events_of_the_rooms() -> list[type[outbox.Event]]:
    known = outbox.Event.__subclasses__()
    return [each for each in known if each.__module__.startswith("kith.") and ".tests." not in each.__module__]


def unheard(events: Collection[type[outbox.Event]]) -> list[str]:
    return [each.name for each in events if not outbox.listeners(each)]


# What rooms that are still to come will announce: insight, and the standards.
AWAITED = ["organisations.IndicatorMoved", "organisations.StandardGap"]


@cache
def called() -> frozenset[str]:
    """The names of all that the product calls, without the path to them."""
    nodes = [node for path in SOURCES for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    return frozenset(ast.unparse(node.func).rpartition(".")[2] for node in nodes)


def never_announced(events: Collection[type[outbox.Event]]) -> list[str]:
    return [each.name for each in events if each.__name__ not in called()]


def test_every_event_has_a_listener_and_is_announced_by_a_room() -> None:
    events = events_of_the_rooms()
    assert len(events) >= 17
    assert unheard(events) == []
    assert never_announced(events) == AWAITED


def test_an_event_without_listener_that_no_room_announces_is_named() -> None:
    class NothingHappened(outbox.Event):
        """An event of this test."""

    assert unheard([PlaceBooked, NothingHappened]) == ["config.NothingHappened"]
    assert never_announced([PlaceBooked, NothingHappened]) == ["config.NothingHappened"]
