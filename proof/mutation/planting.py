"""Puts a mutant in the place of the real code, in this process."""

from __future__ import annotations

import gc
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from types import CodeType, FunctionType, ModuleType

Living = dict[tuple[str, int], list[FunctionType]]


def living() -> Living:
    """The functions of Kith in this process, by module and first line."""
    found: Living = {}
    for each in gc.get_objects():
        # Not isinstance: it would ask lazy objects what they are, and wake them.
        if type(each) is FunctionType and str(each.__globals__.get("__name__", "")).startswith("kith."):
            module = sys.modules.get(each.__globals__["__name__"])
            if module and each.__code__.co_filename == module.__file__:
                found.setdefault((module.__name__, each.__code__.co_firstlineno), []).append(each)
    return found


def plant(functions: Sequence[FunctionType], source: str) -> bool:
    """Give the living functions the body that they have in this source; False where it does not fit them."""
    code = functions[0].__code__
    fitting = [
        each
        for each in _codes(compile(source, code.co_filename, "exec", dont_inherit=True))
        if each.co_firstlineno == code.co_firstlineno and each.co_qualname == code.co_qualname
    ]
    if len(fitting) != 1 or len(fitting[0].co_freevars) != len(code.co_freevars):
        return False
    for function in functions:
        function.__code__ = fitting[0]
    return True


def _codes(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes(each)


class InItsPlace(importlib.abc.MetaPathFinder):
    """Lets Python import this source instead of the module's own file."""

    def __init__(self, module: str, source: str) -> None:
        self._module = module
        self._source = source

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The real module's place, with the mutant's words."""
        if fullname != self._module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is None or spec.origin is None:
            return None
        loader = _Mutant(fullname, spec.origin)
        loader.source = self._source
        return importlib.util.spec_from_file_location(
            fullname, spec.origin, loader=loader, submodule_search_locations=spec.submodule_search_locations
        )


class _Mutant(importlib.machinery.SourceFileLoader):
    source = ""

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002  # the signature is importlib's
        return self.source_to_code(self.source.encode(), self.path)
