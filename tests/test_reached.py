"""Everything that can be done can be reached, by a page where the person who does it signs in, or happens by itself."""

import dataclasses
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from procrastinate.contrib.django import app

import kith
from kith.platform.access.permissions import Audience, Permission
from tests.access.addresses import Address, addresses
from tests.reach.graph import Graph
from tests.reach.roots import HELD, OPERATOR, actions_by_full_name, by_itself, commands, full_names, pages, unreached
from tests.reach.source import Source

# What a person should do and has no page for yet. The list only shrinks: what is reached, or is gone, must leave it.
NOT_REACHED_YET = {
    "families.load",
    "places.found_place",
}
# What other rooms, which are built after these, will announce: until then no page leads to the listener.
AWAITED = {
    "alliance.bring_gap": "a gap in a standard, announced by the standards' room",
    "alliance.bring_indicator": "a number that moved, announced by insight",
}
# What the operator does at the command line, and why it is the operator's.
OPERATORS_ACTIONS = {
    "founding.begin_place": "before it nobody can sign in",
    "founding.make_administrator_link": "who has lost the last second factor can reach no page",
    "places.choose_settings": "as a place begins; afterwards each setting has its page",
    "places.found_real_place": "before it nobody can sign in",
    "directory.load_directory": "another directory's feed has an address, not a desk",
    "directory.propose_changes": "what a feed would change is proposed as it is read; people decide at the desk",
    "library.load_starter": "a folder of advice comes with the software",
    "library.stock_library": "a folder of advice comes with the software",
    "places.load_areas": "official boundaries are files of some hundred megabytes",
    "places.load_deprivation": "the Indices of Deprivation are an official file",
    "places.load_population": "the Census is an official file",
    "places.load_postcodes": "the postcodes of the country are an official file",
}
OPERATORS_COMMANDS = {
    "kith.config.management.commands.backup",
    "kith.config.management.commands.doctor",
    "kith.config.management.commands.place",
    "kith.organisations.management.commands.audit",
    "kith.config.management.commands.load",
    "kith.walls.management.commands.walls",
}


@pytest.fixture(scope="module")
def house() -> Graph:
    return Graph.of(Source.read(Path(kith.__path__[0])))


def missing(house: Graph, found: Iterable[Address]) -> set[str]:
    reached = house.reached_from(pages(found) | by_itself(house))
    return unreached(actions_by_full_name(), reached) - set(OPERATORS_ACTIONS) - set(AWAITED)


def test_every_action_is_reached_but_those_on_a_list_that_only_shrinks(house: Graph) -> None:
    assert missing(house, addresses()) == NOT_REACHED_YET


def test_the_operator_reaches_the_operators_actions_and_they_have_no_page(house: Graph) -> None:
    assert commands(house.source) == OPERATORS_COMMANDS
    by_command = set(OPERATORS_ACTIONS) & unreached(actions_by_full_name(), house.reached_from(OPERATOR))
    by_page = set(OPERATORS_ACTIONS) - unreached(actions_by_full_name(), house.reached_from(pages(addresses())))
    assert (by_command, by_page) == (set(), set())


def test_every_job_that_counts_is_known_to_the_worker(house: Graph) -> None:
    app.perform_import_paths()
    assert {*house.jobs, *house.periodic} <= set(app.tasks)
    assert len(house.periodic) > 5


def test_the_control_an_address_that_is_taken_away_leaves_its_action_unreached(house: Graph) -> None:
    left = [each for each in addresses() if each.name != "end-agreement"]
    assert missing(house, left) - NOT_REACHED_YET == {"organisations.end_agreement"}


@pytest.mark.parametrize("change", [{"audience": Audience.DEMONSTRATION}, {"needs": "a permission of nobody"}])
def test_the_control_a_page_for_nobody_reaches_nothing(house: Graph, change: dict[str, Any]) -> None:
    assert Permission.MANAGE_ALLIANCE in HELD
    changed = [
        dataclasses.replace(each, rule=dataclasses.replace(each.rule, **change)) if each.rule else each
        for each in addresses()
        if each.name == "end-agreement"
    ]
    others = [each for each in addresses() if each.name != "end-agreement"]
    assert missing(house, [*others, *changed]) - NOT_REACHED_YET == {"organisations.end_agreement"}


SMALL = {
    "kith/platform/outbox/__init__.py": "def listen(event, listener): ...",
    "kith/platform/jobs.py": "def job(name): ...\ndef periodic(name, *, cron): ...",
    "kith/room/events.py": "class Announced: ...\nclass Silent: ...",
    "kith/room/actions/__init__.py": "from kith.room.actions.doing import "
    "called, tabled, partly, listening, never_told, by_the_clock, queued, not_queued, unused, hidden, noted",
    "kith/room/actions/doing.py": """
from kith.room.events import Announced, Silent
def called(): return Announced()
def tabled(): ...
def partly(): return "room.queued"
def listening(event: Silent): ...
def never_told(event): ...
def by_the_clock(): ...
def queued(): ...
def not_queued(): ...
def unused(): ...
def hidden(): ...
def noted(): ...
""",
    "kith/room/jobs.py": """
from kith.platform.jobs import job, periodic
from kith.room import actions
@periodic("room.clock", cron="* * * * *")
def clock(): actions.by_the_clock()
@job("room.queued")
def queued(): actions.queued()
@job("room.not_queued")
def not_queued(): actions.not_queued()
""",
    "kith/config/wiring.py": """
from kith.platform import outbox
from kith.room import actions, events
def connect():
    outbox.listen(events.Announced, actions.listening)
    outbox.listen(events.Silent, actions.never_told)
""",
    "kith/room/views.py": """
from functools import partial
from kith.room import actions
from kith.room.actions import hidden, noted
TABLE = {"do": actions.tabled}
HALF = partial(actions.partly, by=1)
class Form:
    def save(self): return HALF
def view(request, hidden) -> noted:
    hidden()
    actions.called()
    return TABLE, Form
def not_a_page(request): actions.unused()
""",
    "kith/demonstration/build.py": "from kith.room import actions\ndef build(): actions.unused()",
    "kith/room/tests/test_it.py": "from kith.room import actions\ndef test_it(): actions.unused()",
}


@pytest.fixture
def small(tmp_path: Path) -> Graph:
    for name, text in SMALL.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        for folder in path.relative_to(tmp_path).parents[:-1]:
            (tmp_path / folder / "__init__.py").touch()
    return Graph.of(Source.read(tmp_path / "kith"))


def test_the_control_reach_is_followed_by_name_and_never_claimed_falsely(small: Graph) -> None:
    reached = small.reached_from({"kith.room.views.view", *by_itself(small)})
    acts = {each: f"kith.room.actions.doing.{each}" for each in vars_of(small, "kith.room.actions.doing")}
    found = {each for each, name in acts.items() if name in reached}
    assert found == {"called", "tabled", "partly", "listening", "by_the_clock", "queued"}
    assert set(acts) - found == {"never_told", "not_queued", "unused", "hidden", "noted"}


def test_the_control_a_wrapped_and_a_half_filled_view_are_seen_through() -> None:
    def wrapping(view: Callable[..., object]) -> Callable[..., object]:
        def wrapped(*args: object) -> object:
            return view(*args)

        return wrapped

    assert f"{__name__}.vars_of" in set(full_names(wrapping(partial(vars_of, module="kith"))))


def vars_of(graph: Graph, module: str) -> set[str]:
    return set(graph.source.modules[module].own)
