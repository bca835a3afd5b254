"""Suppression of a table of counts whose margins are published."""

import time
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from kith.methods import validation
from kith.methods.estimate import FloatArray
from kith.methods.suppression.model import KNOWN, UNKNOWN, CannotProtect, Flags, Model, Places, Target, line_totals
from kith.methods.suppression.solve import Question, StuckError, protect


@dataclass(frozen=True, slots=True)
class Suppression:
    """What to hide: `hidden` holds `primary` (small counts) and the secondary cells that keep them from being derived.

    `cost` adds up count + 1 over the hidden cells (threshold + 2 for a zero); `optimal` says that no cheaper choice
    protects. `exposed` marks primary counts which the last release already showed. `counts` is kept so that the whole
    can be given as `previous` to the next release.
    """

    hidden: Flags
    primary: Flags
    cost: float
    optimal: bool
    exposed: Flags
    counts: FloatArray


def suppress(counts: Any, *, threshold: int = 7, previous: Any = None, time_limit: float = 10.0) -> Suppression:
    """Hide the counts 1 to `threshold`, and at least cost enough others that no reader can work them out.

    Shapes: counts has two or three dimensions; the sums along every axis are taken to be published, so in three
    dimensions every two-way table. `.hidden`, `.primary` and `.exposed` have the same shape.
    Promise: anyone who knows the shown counts, all margins and that hidden counts are not zero must still think each
    primary count possible from 1 to threshold + 1, or as far of that as the margins leave open if everything were
    hidden. Zeros are shown, unless a small count needs a hidden zero beside it to be protected at all; then the
    attacker is taken to know no more than that hidden counts are not negative.
    `previous` is the last release, of the same table or of its first rows and columns (new quarters come last): the
    `Suppression` of that time, a pair (counts, hidden), or the array `hidden` alone if no count changed. What it
    showed is taken as known, and its margins too, so that the difference of two releases gives nothing away.
    Units: whole counts. Time: after `time_limit` seconds the answer is the best protected one found, and `.optimal`
    False; it is never an unprotected one.
    Errors: ValueError for missing, negative or fractional counts, another number of dimensions, a threshold below 1,
    a previous release that does not fit; `CannotProtect` (a ValueError) names a count that the margins themselves
    give away: merge rows, or withhold the margin.
    Margins below the threshold are not hidden: merge first. Publish no rate or limits of a hidden cell; Wilson
    limits alone give both counts back. Decide suppression before rounding. In three dimensions whole-number
    reasoning can be sharper than the linear programmes that this guards against.
    Source: Fischetti and Salazar, Management Science 47 (2001) 1008-1027, with cuts from the attacker's dual; Kelly,
    Golden and Assad, Networks 22 (1992) 397-417, for the answer at the time limit.
    """
    started = time.monotonic()
    table = whole_counts("counts", counts)
    if table.ndim not in {2, 3}:
        raise ValueError(f"counts has {table.ndim} dimensions: it must have two or three")
    if threshold < 1:
        raise ValueError(f"threshold is {threshold}: it must be 1 or more")
    before = last_release(previous, table)
    primary = (table >= 1) & (table <= threshold)
    exposed = primary & shown_before(table, before)
    cost = np.where(table == 0, threshold + 2.0, table + 1.0)
    if not primary.any():
        return Suppression(primary, primary, 0.0, True, exposed, table)
    make = partial(_model, table, before, primary & ~exposed, threshold)
    options = [make(1.0), make(0.0)]  # with all zeros shown, and with zeros as company for small counts
    question = Question(cost.ravel(), primary.ravel(), options)
    try:
        choice = protect(question, started, time_limit)
    except StuckError as stuck:
        raise CannotProtect(_words(stuck.number, table)) from None
    hidden = choice.hidden.reshape(table.shape)
    return Suppression(hidden, primary, float(cost[hidden].sum()), choice.optimal, exposed, table)


def whole_counts(name: str, given: Any) -> FloatArray:
    """A table of whole counts, none missing."""
    table = validation.complete(name, validation.counts(name, given))
    validation.refuse(name, table, table != np.floor(table), "must be a whole number")
    return table


def last_release(previous: Any, table: FloatArray) -> tuple[FloatArray, Flags] | None:
    """The counts and the hidden cells of the last release, checked against the present table."""
    if previous is None:
        return None
    if isinstance(previous, Suppression):
        counts, hidden = previous.counts, previous.hidden
    elif isinstance(previous, tuple):
        counts, hidden = whole_counts("previous", previous[0]), np.asarray(previous[1])
    else:
        counts, hidden = table, np.asarray(previous)
    if hidden.dtype != np.bool_:
        raise ValueError("previous must be a Suppression, a pair (counts, hidden) or the array hidden, of booleans")
    fits = counts.ndim == table.ndim and all(a <= b for a, b in zip(counts.shape, table.shape, strict=True))
    if counts.shape != hidden.shape or not fits:
        raise ValueError(f"previous has {counts.shape} and {hidden.shape}: it must be the first part of {table.shape}")
    return counts, hidden


def corner(shape: tuple[int, ...]) -> tuple[slice, ...]:
    """The part of a table that the last release covered."""
    return tuple(slice(0, size) for size in shape)


def shown_before(table: FloatArray, before: tuple[FloatArray, Flags] | None) -> Flags:
    """The cells which the last release showed with the same count."""
    shown = np.zeros(table.shape, bool)
    if before is not None:
        counts, hidden = before
        shown[corner(counts.shape)] = ~hidden & (counts == table[corner(counts.shape)])
    return shown


def _model(
    table: FloatArray, before: tuple[FloatArray, Flags] | None, protect: Flags, threshold: int, lowest: float
) -> tuple[Model, list[Target]]:
    model, most = Model(), line_totals(table)
    known = shown_before(table, before) | ((table == 0) & (lowest > 0))
    decisions = np.where(known, KNOWN, np.arange(table.size).reshape(table.shape))
    places = add_table(model, table, decisions, most, lowest)
    model.bind_lines(places)
    small = [(int(places[cell]), table[cell]) for cell in zip(*np.nonzero(protect), strict=True)]
    if before is not None:
        earlier = add_earlier(model, places, table, before, lowest)
        model.bind_lines(earlier)
        new = (earlier >= 0) & (earlier != places[corner(earlier.shape)]) & (before[0] >= 1) & (before[0] <= threshold)
        small += [(int(earlier[cell]), before[0][cell]) for cell in zip(*np.nonzero(new), strict=True)]
    targets = [Target(number, 1, threshold + 1 - count) for number, count in small]
    return model, targets + [Target(number, -1, count - 1) for number, count in small]


def add_table(model: Model, table: FloatArray, decisions: Places, most: FloatArray, lowest: float = 0.0) -> Places:
    """The cells of a table as numbers of the model; the answer has the place of each."""
    cells = zip(table.ravel(), decisions.ravel(), most.ravel(), strict=True)
    places = [model.add(float(value), int(decision), float(top), lowest) for value, decision, top in cells]
    return np.array(places, np.intp).reshape(table.shape)


def add_earlier(
    model: Model, places: Places, table: FloatArray, before: tuple[FloatArray, Flags], lowest: float = 0.0
) -> Places:
    """The last release: unchanged cells are the same numbers, changed ones that it hid are unknown, the rest known."""
    counts, hidden = before
    part = corner(counts.shape)
    most, earlier = line_totals(counts), np.where(counts == table[part], places[part], -1)
    for cell in zip(*np.nonzero((earlier < 0) & hidden), strict=True):
        earlier[cell] = model.add(float(counts[cell]), UNKNOWN, float(most[cell]), lowest)
    return earlier


def _words(number: int, table: FloatArray) -> str:
    if number >= table.size:
        return "a small count of the last release: its margins give it away, which cannot be undone"
    cell = tuple(int(i) for i in np.unravel_index(number, table.shape))
    return (
        f"{validation.at('counts', cell)} is {table[cell]:g}: its margins give it away; "
        "merge rows or withhold the margin"
    )
