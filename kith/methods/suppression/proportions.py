"""Suppression of a table of percentages: numerator, denominator and share give each other away."""

import time
from dataclasses import dataclass
from typing import Any

import numpy as np

from kith.methods import validation
from kith.methods.estimate import FloatArray
from kith.methods.suppression.model import KNOWN, CannotProtect, Flags, Model, Places, Target, line_totals
from kith.methods.suppression.solve import Question, StuckError, protect
from kith.methods.suppression.tables import add_earlier, add_table, shown_before, whole_counts


@dataclass(frozen=True, slots=True)
class ProportionSuppression:
    """What to hide: numerator, share and limits where `hidden`; the denominator too where `hidden_denominator`.

    `primary` groups are disclosive by themselves; `cost` adds up denominator + 1 over all that is hidden; `optimal`
    says that no cheaper choice protects; `exposed` marks primary groups which the last release showed. The two
    tables are kept so that the whole can be given as `previous` to the next release.
    """

    hidden: Flags
    hidden_denominator: Flags
    primary: Flags
    cost: float
    optimal: bool
    exposed: Flags
    numerator: FloatArray
    denominator: FloatArray


def suppress_proportion(
    numerator: Any,
    denominator: Any,
    *,
    threshold: int = 7,
    previous: ProportionSuppression | None = None,
    time_limit: float = 10.0,
) -> ProportionSuppression:
    """Hide the shares that say something about few people, and at least cost enough others to keep them hidden.

    A group is disclosive if its numerator or the rest of its denominator is 1 to `threshold`, or if the share is
    exactly 0 % or 100 %, however large the group; a denominator of 1 to `threshold` is hidden as well. An empty
    group is shown.
    Shapes: numerator and denominator have one, two or three dimensions and one shape; so do `.hidden`,
    `.hidden_denominator`, `.primary` and `.exposed`. The sums of both along every axis are taken to be published.
    Promise: anyone who knows what is shown, all margins, and that numerator and rest add up to the denominator must
    still think a small numerator, rest or denominator possible from 1 to threshold + 1, and a numerator (rest) of
    zero from 0 to threshold + 1, or as far of that as the margins leave open if everything were hidden.
    `previous` is the answer of the last release, of the same table or of its first rows and columns.
    Units: whole counts. Time: as in `suppress`; an answer at the time limit is protected but not proved optimal.
    Errors: as in `suppress`, and ValueError for a numerator above its denominator or unequal shapes.
    Source: as in `suppress`; OHID and NHS England practice for numerators, complements, 0 % and 100 %.
    """
    started = time.monotonic()
    x, n = whole_counts("numerator", numerator), whole_counts("denominator", denominator)
    if x.shape != n.shape or x.ndim not in {1, 2, 3}:
        raise ValueError(f"one to three dimensions, in equal shapes: numerator has {x.shape}, denominator {n.shape}")
    validation.refuse("numerator", x, x > n, "must not exceed the denominator")
    if threshold < 1:
        raise ValueError(f"threshold is {threshold}: it must be 1 or more")
    release = _Release(x, n, threshold, _checked(previous, x.shape))
    exposed = release.primary & shown_before(x, release.before("x")) & shown_before(n - x, release.before("rest"))
    cost = np.concatenate([n.ravel() + 1, n.ravel() + 1])
    if not release.primary.any():
        return ProportionSuppression(release.primary, release.primary, release.primary, 0.0, True, exposed, x, n)
    forced = np.concatenate([release.primary.ravel(), release.few.ravel()])
    implies = tuple((x.size + i, i) for i in range(x.size))  # a shown share would give a hidden denominator away
    try:
        choice = protect(Question(cost, forced, [release.model(exposed)], implies), started, time_limit)
    except StuckError as stuck:
        raise CannotProtect(release.words(stuck.number)) from None
    hidden, hidden_denominator = (part.reshape(x.shape) for part in np.split(choice.hidden, 2))
    spent = float(cost[choice.hidden].sum())
    return ProportionSuppression(hidden, hidden_denominator, release.primary, spent, choice.optimal, exposed, x, n)


def _checked(previous: ProportionSuppression | None, shape: tuple[int, ...]) -> ProportionSuppression | None:
    if previous is None:
        return None
    if not isinstance(previous, ProportionSuppression):
        raise ValueError("previous must be the ProportionSuppression of the last release")
    old = previous.numerator.shape
    if len(old) != len(shape) or any(a > b for a, b in zip(old, shape, strict=True)):
        raise ValueError(f"previous has {old}: it must be the first part of {shape}")
    return previous


class _Release:
    """Numerators, the rest and denominators as linked tables of one model."""

    def __init__(self, x: FloatArray, n: FloatArray, threshold: int, previous: ProportionSuppression | None) -> None:
        self.tables = {"x": x, "rest": n - x, "n": n}
        self.threshold, self.previous = threshold, previous
        self.few = (n >= 1) & (n <= threshold)
        self.primary = (n > 0) & ((x <= threshold) | (n - x <= threshold))

    def before(self, name: str) -> tuple[FloatArray, Flags] | None:
        """One of the three tables in the last release, with what it hid."""
        old = self.previous
        if old is None:
            return None
        if name == "n":
            return old.denominator, old.hidden_denominator
        return (old.numerator if name == "x" else old.denominator - old.numerator), old.hidden

    def model(self, exposed: Flags) -> tuple[Model, list[Target]]:
        """The model, and what must stay open in it."""
        model, places = Model(), {}
        for name, table in self.tables.items():
            choices = np.arange(table.size).reshape(table.shape) + (table.size if name == "n" else 0)
            known = shown_before(table, self.before(name)) | (self.tables["n"] == 0)
            decisions = np.where(known, KNOWN, choices)
            places[name] = add_table(model, table, decisions, line_totals(table), float(name == "n"))
        self._bind(model, places)
        if self.previous is not None:
            self._bind(model, self._earlier(model, places))
        return model, self._targets(places, exposed)

    def _earlier(self, model: Model, places: dict[str, Places]) -> dict[str, Places]:
        earlier = {}
        for name, table in self.tables.items():
            before = self.before(name)
            assert before is not None
            earlier[name] = add_earlier(model, places[name], table, before, float(name == "n"))
        return earlier

    def _bind(self, model: Model, places: dict[str, Places]) -> None:
        model.bind_lines(places["x"])
        model.bind_lines(places["n"])
        for parts in zip(places["x"].ravel(), places["rest"].ravel(), places["n"].ravel(), strict=True):
            linked = [
                (int(number), factor) for number, factor in zip(parts, (1.0, 1.0, -1.0), strict=True) if number >= 0
            ]
            if linked:
                model.equations.append(([number for number, _ in linked], [factor for _, factor in linked]))

    def _targets(self, places: dict[str, Places], exposed: Flags) -> list[Target]:
        targets, top = [], self.threshold + 1
        for name, table in self.tables.items():
            open_cells = (table <= self.threshold) & (self.tables["n"] > 0) & ~exposed
            for cell in zip(*np.nonzero(open_cells), strict=True):
                number, count = int(places[name][cell]), float(table[cell])
                targets.append(Target(number, 1, top - count))
                if count > 1:
                    targets.append(Target(number, -1, count - 1))
        return targets

    def words(self, number: int) -> str:
        """The complaint about a number that its margins give away."""
        size, shape = self.tables["n"].size, self.tables["n"].shape
        if number >= 3 * size:
            return "a small count of the last release: its margins give it away, which cannot be undone"
        cell = tuple(int(i) for i in np.unravel_index(number % size, shape))
        name = ("numerator", "numerator", "denominator")[number // size]
        return f"{validation.at(name, cell)}: the margins give it away; merge groups or withhold the margin"
