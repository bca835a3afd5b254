"""What pages of the desk show to people at work: links that open for them, and questions without an answer yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.http import HttpResponse
from django.urls import Resolver404, resolve

from tests.access.cells import Cell
from tests.access.table import RELATIONS, STAFF, TABLE

_LINK = re.compile(r'<a\b[^>]*?\bhref="(/desk/[^"#?]*)')
_INPUT = re.compile(r"<input\b[^>]*>")
_NAME, _TYPE = re.compile(r'\bname="([^"]+)"'), re.compile(r'\btype="(?:radio|checkbox)"')
_SELECT = re.compile(r'<select\b[^>]*?\bname="([^"]+)"[^>]*>(.*?)</select>', re.DOTALL)
_OPTION = re.compile(r'<option value="([^"]*)"([^>]*)>')
OPENS = frozenset({200, 302})
# Each kind of way has people of its own; the table speaks of one kind.
BY_KIND = frozenset({"change-way"})


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


@dataclass
class Shown:
    """What pages of the desk showed: how many were read, links closed to the reader, questions answered beforehand."""

    pages: int = 0
    closed: set[tuple[str, str, str]] = field(default_factory=set)
    answered: set[tuple[str, str]] = field(default_factory=set)

    def look(self, cell: Cell, answer: HttpResponse) -> None:
        """Read the answer if it is a page of the desk that shows a person at work what is theirs."""
        address = cell.address
        is_theirs = cell.method == "GET" and cell.relation == RELATIONS[0] and cell.who in STAFF
        if not is_theirs or answer.status_code != 200 or not address.pattern.startswith("desk/"):
            return
        self.pages += 1
        page = answer.content.decode() if "html" in answer["Content-Type"] else ""
        self.closed |= {(address.name, cell.who, name) for name in closed_links(cell.who, page)}
        self.answered |= {(address.name, name) for name in answered_beforehand(page)}
