"""A figure is a promise that can be run: it counts, and its control shows that it would have noticed."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

DEFAULT_SEED = 20260310


@dataclass(frozen=True)
class Outcome:
    """What a figure counted; `control` is whether the alarm was raised when the promise was broken on purpose."""

    n: int
    failed: int
    control: bool
    seed: int = DEFAULT_SEED

    @property
    def passed(self) -> int:
        """How many of the n went well."""
        return self.n - self.failed


@dataclass(frozen=True)
class Figure:
    """One promise under its number."""

    number: str
    claim: str
    run: Callable[[], Outcome]


@dataclass(frozen=True)
class Result:
    """One row of the results file."""

    figure: str
    claim: str
    n: int
    passed: int
    failed: int
    control: bool
    seconds: float
    seed: int

    @property
    def is_kept(self) -> bool:
        """Whether the promise was kept: something was counted, nothing failed, and the control raised the alarm."""
        return self.n > 0 and self.failed == 0 and self.control


_figures: dict[str, Figure] = {}


def figure(number: str, *, claim: str) -> Callable[[Callable[[], Outcome]], Callable[[], Outcome]]:
    """Register the function as the figure of this number."""

    def register(run: Callable[[], Outcome]) -> Callable[[], Outcome]:
        if number in _figures and _figures[number].run is not run:
            raise ValueError(f"figure {number} is registered twice")
        _figures[number] = Figure(number, claim, run)
        return run

    return register


def chosen(only: str) -> list[Figure]:
    """The figures of `F01,F14`, or all of them; an unknown number is refused."""
    for path in sorted(Path(__file__).parent.glob("f[0-9][0-9]*.py")):
        import_module(f"proof.{path.stem}")
    wanted = [number.strip().upper() for number in only.split(",") if number.strip()] or sorted(_figures)
    if unknown := set(wanted) - set(_figures):
        raise SystemExit(f"No such figure: {', '.join(sorted(unknown))}. There are: {', '.join(sorted(_figures))}.")
    return [_figures[number] for number in wanted]


def measured(one: Figure) -> Result:
    """Run one figure."""
    started = time.monotonic()
    outcome = one.run()
    seconds = round(time.monotonic() - started, 1)
    return Result(
        one.number, one.claim, outcome.n, outcome.passed, outcome.failed, outcome.control, seconds, outcome.seed
    )


def write(results: Iterable[Result], path: Path) -> None:
    """Write the results file: a list with one object for each figure."""
    path.write_text(json.dumps([vars(result) for result in results], indent=2, ensure_ascii=False) + "\n")
