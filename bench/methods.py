"""The speed of the methods, each beside the same work in statsmodels or pandas in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import statsmodels.api as sm
from numpy.typing import NDArray
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.rates import confint_poisson

from kith.methods import proportion, rate, sii_many, suppress

AREAS, QUANTILES, PAIRS, SEED = 450, 10, 1_000_000, 3


def measure() -> list[dict[str, Any]]:
    """One row for each piece of work: our seconds, the other package's, their ratio, n, seed and the promised limit."""
    return [*_slopes(), *_intervals(), _suppression()]


def _best_of(work: Callable[[], object], times: int = 5) -> float:
    seconds = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


def _row(name: str, n: int, *, ours: float, other: str, theirs: float, limit: float) -> dict[str, Any]:
    return {
        "name": name,
        "n": n,
        "seed": SEED,
        "seconds": ours,
        "other": other,
        "other_seconds": theirs,
        "times_faster": theirs / ours,
        "limit_seconds": limit,
        "passed": ours < limit,
    }


def _slopes() -> list[dict[str, Any]]:
    random = np.random.default_rng(SEED)
    population = random.integers(200, 4000, (AREAS, QUANTILES))
    x = random.binomial(population, 0.3 + np.linspace(0, 0.2, QUANTILES))
    share = proportion(x, population)
    ours = _best_of(
        lambda: sii_many(
            share.value, population, lower=share.lower, upper=share.upper, value_type="proportion", transform=True
        )
    )
    table = pd.DataFrame(
        {
            "area": np.repeat(np.arange(AREAS), QUANTILES),
            "population": population.ravel(),
            "logit": np.log(share.value / (1 - share.value)).ravel(),
        }
    )
    theirs = _best_of(lambda: table.groupby("area").apply(_slope_of_an_area, include_groups=False), times=1)
    return [
        _row("sii, closed form", AREAS, ours=ours, other="pandas groupby + statsmodels WLS", theirs=theirs, limit=0.010)
    ]


def _slope_of_an_area(rows: pd.DataFrame) -> float:
    share = rows["population"] / rows["population"].sum()
    rank = share.cumsum() - share / 2
    return float(sm.WLS(rows["logit"], sm.add_constant(rank), weights=share).fit().params.iloc[1])


def _intervals() -> list[dict[str, Any]]:
    random = np.random.default_rng(SEED)
    n = random.integers(10, 5000, PAIRS)
    x: NDArray[np.int64] = random.binomial(n, random.uniform(0, 0.2, PAIRS))
    return [
        _row(
            "Wilson intervals",
            PAIRS,
            ours=_best_of(lambda: proportion(x, n)),
            other="statsmodels proportion_confint(method='wilson')",
            theirs=_best_of(lambda: proportion_confint(x, n, method="wilson")),
            limit=0.5,
        ),
        _row(
            "exact and Byar's intervals",
            PAIRS,
            ours=_best_of(lambda: rate(x, n)),
            other="statsmodels confint_poisson(method='exact-c')",
            theirs=_best_of(lambda: confint_poisson(x, n, method="exact-c"), times=2),
            limit=0.5,
        ),
    ]


def _suppression() -> dict[str, Any]:
    share = np.array([45, 1, 8, 1.5, 1.2, 1.2, 2, 8, 7, 2, 3, 1.2, 5, 0.8, 1, 3, 6, 3.1])
    counts = np.random.default_rng(SEED).multinomial(900, share / share.sum(), size=12)
    began = time.perf_counter()
    answer = suppress(counts)
    seconds = time.perf_counter() - began
    name = "suppression of 12 x 18, proved optimal"
    row = _row(name, counts.size, ours=seconds, other="none", theirs=float("nan"), limit=5.0)
    return row | {"passed": bool(answer.optimal and seconds < 5), "other_seconds": None, "times_faster": None}
