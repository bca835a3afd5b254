"""What names what: a function that can run reaches every function, class and table that it names."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.reach.source import Source

LISTEN = "kith.platform.outbox.listen"
REGISTER = {"kith.imports.registry.register", "kith.imports.registry.register_proposing"}
LOAD = "kith.config.management.commands.load.Command"
JOB = "kith.platform.jobs.job"
PERIODIC = "kith.platform.jobs.periodic"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Graph:
    """What each full name mentions, and what it starts later.

    An event starts its listeners, a job's name the job, and ``kith load`` its loaders.
    """

    source: Source
    mentions: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    starts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    jobs: dict[str, str] = field(default_factory=dict)
    periodic: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, source: Source) -> "Graph":
        """Read every mention in the source."""
        graph = cls(source)
        everything = [
            (name, f"{name}.{own}", statement)
            for name, module in source.modules.items()
            for own, statements in module.own.items()
            for statement in statements
        ]
        for module, name, statement in everything:
            graph._note_job(module, name, statement)
        for module, name, statement in everything:
            graph.mentions[name] |= set(graph.named_in(module, [statement], scope=statement)) - {name}
            graph.starts[name] |= {
                graph.jobs[node.value]
                for node in ast.walk(statement)
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in graph.jobs
            }
        return graph

    def reached_from(self, roots: Iterable[str], *, at_once: bool = False) -> set[str]:
        """Every full name that can run, or be read, because one of these can; at once: without what starts later."""
        reached: set[str] = set()
        waiting = list(roots)
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting += self.mentions.get(name, ())
                waiting += () if at_once else self.starts.get(name, ())
        return reached

    def named_in(self, module: str, nodes: Iterable[ast.AST], *, scope: ast.AST) -> Iterator[str]:
        """The full names that these nodes mention; a name that the scope binds itself is not among them."""
        bound = _bound(scope)
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            if isinstance(node, ast.Call) and self._is_given_for_later(module, node, bound):
                continue
            if found := self._full_name(module, node, bound):
                yield found
            elif not (isinstance(node, ast.Name | ast.Attribute) and _chain(node)):
                waiting += _without_annotations(node)

    def _full_name(self, module: str, node: ast.AST, bound: set[str]) -> str | None:
        chain = _chain(node)
        return None if not chain or chain[0] in bound else self.source.find(module, chain)

    def _is_given_for_later(self, module: str, call: ast.Call, bound: set[str]) -> bool:
        """A listener waits for its event, and a loader for the command that loads."""
        to = self._full_name(module, call.func, bound)
        if to != LISTEN and to not in REGISTER:
            return False
        first, given = (self._full_name(module, argument, bound) for argument in call.args)
        starts = first if to == LISTEN else LOAD
        assert starts, f"{module}, line {call.lineno}: cannot read what is waited for"
        assert given, f"{module}, line {call.lineno}: cannot read what is given"
        self.starts[starts].add(given)
        return True

    def _note_job(self, module: str, name: str, statement: ast.stmt) -> None:
        for each in statement.decorator_list if isinstance(statement, Function) else ():
            made_by = self._full_name(module, each.func, set()) if isinstance(each, ast.Call) else None
            if isinstance(each, ast.Call) and made_by in (JOB, PERIODIC):
                known_as = each.args[0]
                assert isinstance(known_as, ast.Constant), f"{name}: what is the job called?"
                (self.jobs if made_by == JOB else self.periodic)[str(known_as.value)] = name


def _chain(node: ast.AST) -> list[str]:
    """``a.b.c`` as its names; nothing where it does not begin with a name."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return [node.id, *reversed(names)] if isinstance(node, ast.Name) else []


def _bound(scope: ast.AST) -> set[str]:
    """The names that a function binds: its arguments, what it assigns, what it counts through."""
    if not isinstance(scope, Function | ast.ClassDef):
        return set()
    names = set()
    for node in ast.walk(scope):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.ExceptHandler(name=str(name)):
                names.add(name)
    return names


def _without_annotations(node: ast.AST) -> Iterator[ast.AST]:
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns"):
            yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, ast.AST))
