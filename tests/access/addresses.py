"""Every address of the house, from the root."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from kith.platform.gate import PageRule


@dataclass(frozen=True)
class Address:
    """An address: its name, its pattern, what its route asks for, its view, and the rule it declares (None: none)."""

    name: str
    pattern: str
    wants: frozenset[str]
    view: Callable[..., Any]
    rule: PageRule | None

    @property
    def reads(self) -> bool:
        """Whether it answers a GET."""
        return self.rule is not None and "GET" in self.rule.methods


def addresses() -> list[Address]:
    """All addresses that can be reached."""
    return list(_walk(get_resolver().url_patterns, "", frozenset()))


def _walk(patterns: list[URLPattern | URLResolver], above: str, wants: frozenset[str]) -> Iterator[Address]:
    for each in patterns:
        path, asked = above + str(each.pattern), wants | set(each.pattern.converters)
        if isinstance(each, URLResolver):
            yield from _walk(each.url_patterns, path, asked)
        else:
            yield Address(each.name or path, path, asked, each.callback, getattr(each.callback, "rule", None))
