"""Links on the pages of people at work: what the page shows to one of them, the table lets that one open."""

import re
from collections.abc import Iterator

from django.urls import Resolver404, resolve

from tests.access.addresses import addresses
from tests.access.table import STAFF, TABLE
from tests.access.world import World

_LINK = re.compile(r'<a\b[^>]*?\bhref="(/desk/[^"#?]*)')
OPEN = frozenset({200, 302})


def closed_links(who: str, page: str) -> Iterator[str]:
    """The names of the addresses that this page of the desk shows to a person whom they refuse."""
    for path in set(_LINK.findall(page)):
        try:
            name = resolve(path).url_name
        except Resolver404:
            yield path
            continue
        if name in TABLE and TABLE[name].expected(who, "GET", "own") not in OPEN:
            yield name or path


def shown_but_closed(world: World) -> tuple[int, set[tuple[str, str, str]]]:
    """How many pages of the desk were read, each once a role, and where one shows which link to whom it is closed."""
    count, found = 0, set()
    for each in addresses():
        if not (each.reads and each.pattern.startswith("desk/") and each.name in TABLE):
            continue
        for who in sorted(STAFF):
            if TABLE[each.name].expected(who, "GET", "own") != 200:
                continue
            count += 1
            answer = world.client(who).get(world.path(each))
            page = answer.content.decode() if "html" in answer["Content-Type"] else ""
            found |= {(each.name, who, name) for name in closed_links(who, page)}
    return count, found
