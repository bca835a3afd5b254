"""How small errors are made, put in and judged (proof/mutation)."""

from __future__ import annotations

import ast
from functools import cache
from types import FunctionType

from proof.mutation.judges import _statement
from proof.mutation.mutants import Mutant, function_line, sampled, written
from proof.mutation.planting import InItsPlace, plant
from testing.machine import ROOT

FILE = "kith/groups/rules/places.py"
SOURCE = (ROOT / FILE).read_text()


def function(source: str) -> FunctionType:
    """The function `double` of this source."""
    room: dict[str, object] = {"__name__": "kith.nowhere"}
    exec(compile(source, "nowhere.py", "exec"), room)
    made = room["double"]
    assert isinstance(made, FunctionType)
    return made


@cache
def all_of_them() -> list[Mutant]:
    """Each mutant that the file has."""
    return sampled([FILE], 10_000, 1)


def test_a_sample_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    assert sampled([FILE], 20, 1) == sampled([FILE], 20, 1)
    assert sampled([FILE], 20, 1) != sampled([FILE], 20, 2)


def test_every_mutant_differs_in_its_line_and_is_still_python() -> None:
    mutants = sampled([FILE], 30, 1)
    assert len(mutants) == 30
    for mutant in mutants:
        assert mutant.source.splitlines()[mutant.line - 1] != SOURCE.splitlines()[mutant.line - 1]
        ast.parse(mutant.source)


def test_more_cannot_be_sampled_than_there_are() -> None:
    assert len(all_of_them()) == len({mutant.source for mutant in all_of_them()}) > 50


def test_what_stands_outside_functions_is_changed_in_numbers_but_not_in_names() -> None:
    outside = [mutant for mutant in all_of_them() if not mutant.function_line]
    assert "MOST_LETTERS = 7" in {mutant.after for mutant in outside}
    assert "MOST_LETTERS = None" not in {mutant.after for mutant in outside}


def test_an_unchanged_file_and_one_that_is_no_python_are_no_mutants() -> None:
    assert written(FILE, SOURCE, SOURCE) is None
    assert written(FILE, SOURCE, SOURCE + "\ndef (") is None


def test_a_line_belongs_to_the_outermost_function_that_runs_it_decorators_counted() -> None:
    source = "A = 1\n\nclass C:\n    @property\n    def one(self):\n        def two():\n            return 2\n"
    source += "        return two()\n"
    assert [function_line(source, line) for line in range(1, 9)] == [0, 0, 0, 0, 0, 4, 4, 4]


def test_a_function_in_use_gets_the_mutants_body() -> None:
    double = function("def double(n):\n    return n * 2\n")
    in_use = [double]
    assert plant([double], "def double(n):\n    return n / 2\n")
    assert in_use[0](4) == 2


def test_a_body_that_does_not_fit_is_not_put_in() -> None:
    double = function("def double(n):\n    return n * 2\n")
    assert not plant([double], "\n\ndef double(n):\n    return n / 2\n")
    assert double(4) == 8


def test_a_module_is_imported_from_the_mutants_source_and_no_other_is() -> None:
    finder = InItsPlace("kith.kernel.age", "PLANTED = True\n")
    spec = finder.find_spec("kith.kernel.age", [str(ROOT / "kith/kernel")])
    assert spec is not None
    assert spec.loader is not None
    room: dict[str, object] = {}
    exec(spec.loader.get_code("kith.kernel.age"), room)  # type: ignore[attr-defined]
    assert room["PLANTED"] is True
    assert finder.find_spec("kith.kernel.clock", [str(ROOT / "kith/kernel")]) is None


def test_a_statement_is_its_own_lines_and_the_head_alone_of_one_that_holds_others() -> None:
    head = SOURCE[: SOURCE.index("if session.places_open < wish.places:")].count("\n") + 1
    assert _statement(FILE, head) == range(head, head + 1)
    assert _statement(FILE, head + 1) == range(head + 1, head + 2)
