"""The recent trend of an indicator, in the words of Fingertips."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from kith.methods import validation
from kith.methods.estimate import FloatArray
from kith.methods.intervals import normal_deviate

POINTS = 5
SIGNIFICANT = 3.090232306167813**2  # 9.5495, chi-squared on one degree of freedom at 99.8 %


@dataclass(frozen=True, slots=True)
class Trend:
    """The direction, why it is said, and the numbers behind it (NaN where it cannot be calculated)."""

    direction: str
    reason: str
    chi_squared: float
    gradient: float


def recent_trend(
    kind: Literal["proportion", "other"],
    *,
    year: Any,
    numerator: Any = None,
    denominator: Any = None,
    value: Any = None,
    lower: Any = None,
    upper: Any = None,
) -> Trend:
    """Has the indicator moved over its latest five points, and would it still without any one of them?

    Shapes: one number a year each, in any order; only the latest five years count.
    Units: year is a number; "proportion" takes counts (numerator of denominator), "other" a value with its 95 %
    limits in one unit. `.gradient` is per year: of the logit for a proportion, in the value's unit for "other".
    Words: direction "Increasing", "Decreasing", "No significant change" or "Cannot be calculated"; reason "No
    outliers and significant trend", "No significant trend", "Outlier found" (the sign turns when one point is left
    out), "Missing values" (among the latest five) or "Not enough data points". Significant means chi-squared for
    trend above 9.5495 (99.8 %).
    Proportions where none or all are counted have no logit; then half a person is added on each side.
    Errors: ValueError for a missing or repeated year, a missing argument, unequal shapes, numerator above
    denominator, a denominator of 0, an upper limit not above its lower one.
    Source: Armitage, Biometrics 11 (1955) 375-386, for counts; inverse-variance weighted least squares for others;
    OHID, Fingertips recent trends (in a branch of PHEindicatormethods: not released, so provisional).
    Where that differs: it needs rows in numeric years and does not centre them, which loses about six digits.
    """
    validation.one_of("kind", kind, ("proportion", "other"))
    given = {"numerator": numerator, "denominator": denominator}
    if kind == "other":
        given = {"value": value, "lower": lower, "upper": upper}
    years, columns = _columns(kind, year, given)
    order = np.argsort(years)[-POINTS:]
    if years.size < POINTS:
        return Trend("Cannot be calculated", "Not enough data points", np.nan, np.nan)
    latest = [column[order] for column in columns]
    if np.isnan(latest).any():
        return Trend("Cannot be calculated", "Missing values", np.nan, np.nan)
    when = years[order] - years[order].mean()
    measure = _of_counts if kind == "proportion" else _of_values
    chi_squared, gradient = measure(when, *latest)
    if chi_squared <= SIGNIFICANT:
        return Trend("No significant change", "No significant trend", chi_squared, gradient)
    without = [measure(*(np.delete(column, i) for column in (when, *latest)))[1] for i in range(POINTS)]
    if np.any(np.sign(without) != np.sign(gradient)):
        return Trend("No significant change", "Outlier found", chi_squared, gradient)
    direction = "Increasing" if gradient > 0 else "Decreasing"
    return Trend(direction, "No outliers and significant trend", chi_squared, gradient)


def _columns(kind: str, year: Any, given: dict[str, Any]) -> tuple[FloatArray, list[FloatArray]]:
    absent = [name for name, column in given.items() if column is None]
    if absent:
        raise ValueError(f"{absent[0]} is missing: {kind!r} needs {', '.join(given)}")
    years = validation.complete("year", validation.numbers("year", year))
    validation.one_dimension("year", years)
    again = np.array([np.sum(years[: i + 1] == one) > 1 for i, one in enumerate(years)], bool)
    validation.refuse("year", years, again, "must not be repeated")
    read = validation.counts if kind == "proportion" else validation.numbers
    columns = {name: read(name, column) for name, column in given.items()}
    validation.same_shape(year=years, **columns)
    if any(column.shape != years.shape for column in columns.values()):
        raise ValueError(f"shapes must be equal: year has {years.shape}")
    if kind == "proportion":
        x, n = columns["numerator"], validation.positive("denominator", columns["denominator"])
        validation.refuse("numerator", x, x > n, "must not exceed the denominator")
    else:
        validation.refuse("upper", columns["upper"], columns["upper"] <= columns["lower"], "must be above lower")
    return years, list(columns.values())


def _of_counts(when: FloatArray, x: FloatArray, n: FloatArray) -> tuple[float, float]:
    share, middle = x.sum() / n.sum(), (n * when).sum() / n.sum()
    variance = share * (1 - share) * (n * (when - middle) ** 2).sum()
    chi_squared = float(((x - n * share) * when).sum() ** 2 / variance) if variance else 0.0
    half = 0.5 if np.any((x == 0) | (x == n)) else 0.0
    logit = np.log((x + half) / (n - x + half))
    centred = when - when.mean()
    return chi_squared, float((centred * logit).sum() / (centred**2).sum())


def _of_values(when: FloatArray, value: FloatArray, lower: FloatArray, upper: FloatArray) -> tuple[float, float]:
    weight = (2 * normal_deviate(0.95) / (upper - lower)) ** 2
    centred = when - (weight * when).sum() / weight.sum()
    spread = (weight * centred**2).sum()
    gradient = float((weight * centred * value).sum() / spread)
    return float(gradient**2 * spread), gradient
