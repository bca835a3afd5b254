"""Where things begin: the pages of people, what happens by itself, and what the operator starts."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from kith.organisations.roles import DUTIES, ROLES
from kith.platform.access.permissions import ANONYMOUS_PERMISSIONS, PARENT_PERMISSIONS, Audience
from tests.access.acts import actions
from tests.access.addresses import Address
from tests.reach.graph import LOAD, Graph
from tests.reach.source import Source

WIRING = "kith.config.wiring.connect"
OPERATOR = {LOAD}
# Not in a room, and yet something that a person does.
BESIDE_THE_ROOMS = {"kith.platform.audit.seal.verify": "audit.verify"}
PEOPLE = {Audience.PUBLIC, Audience.PARENT, Audience.STAFF}
HELD = ANONYMOUS_PERMISSIONS | PARENT_PERMISSIONS.union(
    *(card.permissions for card in (*ROLES.values(), *DUTIES.values()))
)


def pages(addresses: Iterable[Address]) -> set[str]:
    """The views of all pages where a person signs in, or comes as she is, and whose permission people hold."""
    return {
        name
        for address in addresses
        if address.rule and address.rule.audience in PEOPLE and (not address.rule.needs or address.rule.needs in HELD)
        for name in full_names(address.view)
    }


def by_itself(graph: Graph) -> set[str]:
    """What the clock and the wiring start. Another job counts once reached code names it."""
    return {*graph.periodic.values(), WIRING}


def full_names(given: Callable[..., Any]) -> Iterator[str]:
    """The functions of the house that this one is made of: what it wraps, and what it holds."""
    waiting, seen = [given], set()
    while waiting:
        each = waiting.pop()
        if isinstance(each, partial):
            waiting.append(each.func)
        elif (inspect.isfunction(each) or inspect.isclass(each)) and each not in seen:
            seen.add(each)
            yield f"{each.__module__}.{each.__qualname__.split('.')[0]}"
            waiting += inspect.getclosurevars(each).nonlocals.values() if inspect.isfunction(each) else ()


def actions_by_full_name() -> dict[str, str]:
    """What can be done: the actions of all rooms, and what stands beside them."""
    return BESIDE_THE_ROOMS | {f"{each.__module__}.{each.__name__}": name for name, each in actions().items()}


def unreached(wanted: dict[str, str], reached: set[str]) -> set[str]:
    """Which of these are not among what is reached, by their short names."""
    return {short for full, short in wanted.items() if full not in reached}


def commands(source: Source) -> set[str]:
    """The modules of all verbs of ``kith``."""
    return {name for name, module in source.modules.items() if ".commands." in name and not module.is_package}
