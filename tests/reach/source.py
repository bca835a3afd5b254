"""The house as it is written: each module's own names, and what the names it imports stand for."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

# What shows and tries the house does not use it: what only these mention stays unreached.
NOT_THE_HOUSE = {"tests", "migrations", "demonstration"}


@dataclass
class Module:
    """One file: what it defines at its top, what it imports, and whether it is a package."""

    name: str
    is_package: bool
    own: dict[str, list[ast.stmt]] = field(default_factory=dict)
    imported: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    loose: list[ast.stmt] = field(default_factory=list)


@dataclass(frozen=True)
class Source:
    """All modules of one package, by name."""

    modules: dict[str, Module]

    @classmethod
    def read(cls, folder: Path) -> "Source":
        """Read the package in this folder, without its tests, migrations and demonstration."""
        modules = {}
        for path in sorted(folder.rglob("*.py")):
            inside = path.relative_to(folder.parent).with_suffix("").parts
            if NOT_THE_HOUSE.isdisjoint(inside[:-1]):
                is_package = inside[-1] == "__init__"
                name = ".".join(inside[:-1] if is_package else inside)
                modules[name] = _module(name, is_package, ast.parse(path.read_text("utf-8")))
        return cls(modules)

    def find(self, module: str, names: list[str]) -> str | None:
        """The full name of the function, class or table that these names stand for when written in this module."""
        while names and module in self.modules:
            here, (first, *rest) = self.modules[module], names
            if first in here.own:
                return f"{module}.{first}"
            if here.imported.get(first, (module, first)) != (module, first):
                module, name = here.imported[first]
                names = rest if name is None else [name, *rest]
            else:
                module, names = f"{module}.{first}", rest
        return None


def _module(name: str, is_package: bool, tree: ast.Module) -> Module:
    module = Module(name, is_package)
    for statement in _top(tree.body):
        if isinstance(statement, ast.Import | ast.ImportFrom):
            module.imported.update(_imports(statement))
        elif names := _defined(statement):
            for each in names:
                module.own.setdefault(each, []).append(statement)
        else:
            module.loose.append(statement)
    return module


def _top(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """What runs when the file is imported; what stands under an ``if`` or a ``try`` as well."""
    for each in body:
        if isinstance(each, ast.If | ast.Try):
            yield from _top([*each.body, *each.orelse])
        else:
            yield each


def _imports(statement: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, tuple[str, str | None]]]:
    for each in statement.names:
        if isinstance(statement, ast.ImportFrom):
            yield each.asname or each.name, (statement.module or "", each.name)
        elif each.asname:
            yield each.asname, (each.name, None)
        else:
            top = each.name.split(".")[0]
            yield top, (top, None)


def _defined(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return [statement.name]
        case ast.Assign():
            return [node.id for target in statement.targets for node in ast.walk(target) if isinstance(node, ast.Name)]
        case ast.AnnAssign() | ast.AugAssign() if isinstance(statement.target, ast.Name):
            return [statement.target.id]
    return []
