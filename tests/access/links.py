"""What pages of the desk show to people at work: links that open for them, and questions without an answer yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.urls import Resolver404, resolve

from tests.access.addresses import addresses
from tests.access.table import STAFF, TABLE
from tests.access.world import World

_LINK = re.compile(r'<a\b[^>]*?\bhref="(/desk/[^"#?]*)')
_INPUT = re.compile(r"<input\b[^>]*>")
_NAME, _TYPE = re.compile(r'\bname="([^"]+)"'), re.compile(r'\btype="(?:radio|checkbox)"')
_SELECT = re.compile(r'<select\b[^>]*?\bname="([^"]+)"[^>]*>(.*?)</select>', re.DOTALL)
_OPTION = re.compile(r'<option value="([^"]*)"([^>]*)>')
OPENS = frozenset({200, 302})
# Each kind of way has people of its own; the table speaks of one kind.
BY_KIND = frozenset({"change-way"})


@dataclass
class Shown:
    """Pages read, and those that did not open; links that are closed to the reader; questions answered beforehand."""

    pages: int = 0
    broken: set[tuple[str, str, int]] = field(default_factory=set)
    closed: set[tuple[str, str, str]] = field(default_factory=set)
    answered: set[tuple[str, str]] = field(default_factory=set)


def closed_links(who: str, page: str) -> Iterator[str]:
    """The names of the addresses that this page of the desk shows to a person and that refuse that person."""
    for path in set(_LINK.findall(page)):
        try:
            name = resolve(path).url_name
        except Resolver404:
            yield path
            continue
        if name in TABLE.keys() - BY_KIND and TABLE[name].expected(who, "GET", "own") not in OPENS:
            yield name or path


def answered_beforehand(page: str) -> Iterator[str]:
    """The names of the questions of this page to which an answer is chosen before the reader has chosen one."""
    for tag in _INPUT.findall(page):
        if _TYPE.search(tag) and re.search(r"\bchecked\b", tag) and (name := _NAME.search(tag)):
            yield name[1]
    for name, inside in _SELECT.findall(page):
        options = _OPTION.findall(inside)
        # A list without an empty first line begins with an answer; so does one in which another line is chosen.
        if options and (options[0][0] or any(value and "selected" in more for value, more in options)):
            yield name


def shown_at_the_desk(world: World) -> Shown:
    """Read each page of the desk, each once a role that may open it."""
    found = Shown()
    for each in addresses():
        if not (each.reads and each.pattern.startswith("desk/") and each.name in TABLE):
            continue
        for who in sorted(STAFF):
            if TABLE[each.name].expected(who, "GET", "own") != 200:
                continue
            found.pages += 1
            answer = world.asked(who, "GET", world.path(each))
            if answer.status_code != 200:
                found.broken.add((each.name, who, answer.status_code))
            page = answer.content.decode() if "html" in answer["Content-Type"] else ""
            found.closed |= {(each.name, who, name) for name in closed_links(who, page)}
            found.answered |= {(each.name, name) for name in answered_beforehand(page)}
    return found
