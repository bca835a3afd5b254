"""Which refusals a page can meet, and for which of them it has words."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.reach.graph import Graph

TRANSLATED = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext"}


@dataclass(frozen=True)
class Refusing:
    """What each full name refuses, and what each has words for, by code."""

    graph: Graph
    refused: dict[str, set[str]]
    worded: dict[str, set[str]]

    @classmethod
    def of(cls, graph: Graph) -> "Refusing":
        """Read the codes in the graph's source."""
        refused: dict[str, set[str]] = {}
        worded: dict[str, set[str]] = {}
        for name, module in graph.source.modules.items():
            for own, statements in module.own.items():
                full = f"{name}.{own}"
                refused[full] = {code for each in statements for code in codes_refused(each)}
                worded[full] = {code for each in statements for code in codes_worded(each)}
        return cls(graph, refused, worded)

    def all_codes(self) -> set[str]:
        """Every code by which anything is refused."""
        return set().union(*self.refused.values())

    def met_at(self, page: str) -> set[str]:
        """The codes that can come up while the page is made; work that starts later is left out."""
        return set().union(*(self.refused.get(each, ()) for each in self._reached([page])))

    def wordless(self, page: str, *, said_by: Iterable[str] = ()) -> set[str]:
        """The codes that can come up here and have words neither here nor where the page leads back to."""
        there = self._reached([page, *said_by])
        return self.met_at(page) - set().union(*(self.worded.get(each, ()) for each in there))

    def _reached(self, names: Iterable[str]) -> set[str]:
        return self.graph.reached_from(names, at_once=True)


def codes_refused(statement: ast.AST) -> Iterator[str]:
    """The codes with which this makes a ``Refusal``; of a choice between two, both."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal":
            first = node.args[0]
            for each in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                assert isinstance(each, ast.Constant), f"line {node.lineno}: a refusal by a code that cannot be read"
                yield str(each.value)


def codes_worded(statement: ast.AST) -> Iterator[str]:
    """The codes for which this has words: a row of a table of words, a ``case`` with words, an ``if`` that answers."""
    for node in ast.walk(statement):
        match node:
            case ast.Dict():
                rows = zip(node.keys, node.values, strict=True)
                yield from (key.value for key, words in rows if _is_text(key) and _has_words(words))  # type: ignore[union-attr, misc]
            case ast.match_case(pattern=pattern, body=body) if any(map(_has_words, body)):
                yield from (each.value for each in ast.walk(pattern) if _is_text(each))  # type: ignore[attr-defined]
            case ast.If(test=ast.Compare(left=ast.Attribute(attr="code"), comparators=[wanted]), body=body) if _is_text(
                wanted
            ) and any(map(_answers, body)):
                yield wanted.value  # type: ignore[attr-defined]


def _is_text(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _has_words(node: ast.AST) -> bool:
    return any(
        isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in TRANSLATED
        for each in ast.walk(node)
    )


def _answers(node: ast.AST) -> bool:
    return any(
        isinstance(each, ast.Return) or (isinstance(each, ast.Attribute) and each.attr == "add_error")
        for each in ast.walk(node)
    )
