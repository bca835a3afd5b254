"""Funnels whose areas differ more than chance: limits widened by the variance between areas."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from kith.methods import validation
from kith.methods.estimate import FloatArray
from kith.methods.intervals import exact_limits
from kith.methods.records import Records, records

Kind = Literal["SR", "RC", "PR"]
Method = Literal["CQC", "SHMI"]
DEVIATES = {"95": 1.959964, "99": 3.090232}  # six decimals, as FunnelPlotR has them; "99" is 99.8 %
CONFIDENCES = {"95": 0.95, "99": 0.998}


@dataclass(frozen=True, slots=True)
class OverdispersedFunnel:
    """Over-dispersion ratio phi, variance between areas tau2, and per area the limits and the place in the chart.

    `.limits` (LCL95 UCL95 LCL99 UCL99, and OD95LCL OD95UCL OD99LCL OD99UCL with tau2) and `.points` (Y s Uzscore
    Wuzscore outlier) are record arrays with one row an area; `.outlier` says which lie outside the OD99 limits.
    """

    baseline: float
    phi: float
    tau2: float
    outlier: NDArray[np.bool_]
    limits: Records
    points: Records


@dataclass(frozen=True, slots=True)
class Scores:
    """Each area on the scale where its error is near normal: y with standard error s, about the target."""

    y: FloatArray
    s: FloatArray
    target: float

    @property
    def z(self) -> FloatArray:
        """How many standard errors each area lies from the target."""
        return (self.y - self.target) / self.s


def overdispersed_funnel(
    kind: Kind,
    numerator: Any,
    denominator: Any,
    *,
    sr_method: Method = "SHMI",
    trim_by: float = 0.1,
    multiplier: float = 1.0,
    corrected: bool = False,
) -> OverdispersedFunnel:
    """A funnel with additive over-dispersion (Spiegelhalter), as NHS mortality indicators draw it.

    Shapes: one number an area. Units: "SR" has observed and expected events, "RC" two counts, "PR" x of n; limits
    are ratios or shares times multiplier. z-scores beyond the quantiles `trim_by` and 1 - `trim_by` are pulled in
    (winsorised), or with sr_method "SHMI" left out (Wuzscore NaN), before phi and tau2 are taken; tau2 is 0 where
    areas differ no more than chance. "SR" works on square roots ("CQC") or logs ("SHMI"), "RC" on logs, "PR" on
    arcsines of square roots.
    Errors: ValueError for missing or negative numbers, a denominator of 0, x above n in "PR", no observed event
    with "SHMI", unequal shapes, fewer than two areas, trim_by outside 0 to 0.5.
    Source: Spiegelhalter, Quality and Safety in Health Care 14 (2005) 347-351; Spiegelhalter et al., JRSS A 175
    (2012) 1-47; DerSimonian and Laird, Controlled Clinical Trials 7 (1986) 177-188 for tau2.
    FunnelPlotR 0.6.0, whose numbers these are, has two habits that make limits too narrow: for "SR" with "CQC" the
    adjusted limits stay on the square-root scale, and for "RC" all limits use 1 / (2 sqrt(denominator)) as standard
    error though z-scores do not. `corrected=True` squares the first back and uses the z-scores' own error in the
    second. Here arcsine limits stop at 0 and 1 instead of turning round.
    """
    validation.one_of("kind", kind, ("SR", "RC", "PR"))
    validation.one_of("sr_method", sr_method, ("CQC", "SHMI"))
    if not 0 <= trim_by < 0.5:
        raise ValueError(f"trim_by is {trim_by}: it must lie from 0 to below 0.5")
    x, n = _areas(kind, numerator, denominator, logs=kind == "SR" and sr_method == "SHMI")
    scale, method = validation.scale(multiplier), sr_method if kind == "SR" else kind
    scores = _scores(method, x, n)
    kept = _trimmed(scores.z, trim_by, leave_out=method == "SHMI")
    phi, tau2 = _dispersion(kept, scores.s[~np.isnan(kept)])
    shown = scores if method != "RC" or corrected else Scores(scores.y, 1 / (2 * np.sqrt(n)), scores.target)
    limits = _limits(method, shown, n, tau2, squared=corrected)
    outlier = (x / n > limits["OD99UCL"]) | (x / n < limits["OD99LCL"])
    baseline = 1.0 if kind == "SR" else float(x.sum() / n.sum())
    columns = {"Y": shown.y, "s": shown.s, "Uzscore": scores.z, "Wuzscore": kept, "outlier": outlier.astype(np.float64)}
    return OverdispersedFunnel(
        baseline * scale,
        phi,
        tau2,
        outlier,
        records({name: limit * scale for name, limit in limits.items()}),
        records(columns),
    )


def _areas(kind: Kind, numerator: Any, denominator: Any, *, logs: bool) -> tuple[FloatArray, FloatArray]:
    x = validation.complete("numerator", validation.counts("numerator", numerator))
    n = validation.complete("denominator", validation.positive("denominator", denominator))
    validation.one_dimension("numerator", x)
    if x.shape != n.shape or x.size < 2:
        raise ValueError(f"two areas or more, in equal shapes: numerator has {x.shape} and denominator {n.shape}")
    if kind == "PR":
        validation.refuse("numerator", x, x > n, "must not exceed the denominator")
    if logs:
        validation.refuse("numerator", x, x == 0, 'has no logarithm: use sr_method "CQC"')
    if kind != "SR" and x.sum() == 0:
        raise ValueError("numerator is 0 everywhere: a funnel needs an event")
    return x, n


def _scores(method: str, x: FloatArray, n: FloatArray) -> Scores:
    if method == "CQC":
        return Scores(np.sqrt(x / n), 1 / (2 * np.sqrt(n)), 1.0)
    if method == "SHMI":
        return Scores(np.log(x / n), 1 / np.sqrt(n), 0.0)
    whole = float(x.sum() / n.sum())
    if method == "RC":
        error = np.sqrt(x / (x + 0.5) ** 2 + n / (n + 0.5) ** 2)
        return Scores(np.log((x + 0.5) / (n + 0.5)), error, float(np.log(whole)))
    return Scores(np.arcsin(np.sqrt(x / n)), 1 / (2 * np.sqrt(n)), float(np.arcsin(np.sqrt(whole))))


def _trimmed(z: FloatArray, trim_by: float, *, leave_out: bool) -> FloatArray:
    low, high = np.quantile(z, [trim_by, 1 - trim_by])
    if leave_out:
        return np.where((z >= low) & (z <= high), z, np.nan)
    return np.clip(z, low, high)


def _dispersion(z: FloatArray, s: FloatArray) -> tuple[float, float]:
    areas, weight = s.size, 1 / s**2
    phi = float(np.nansum(z**2) / areas)
    room = float(weight.sum() - (weight**2).sum() / weight.sum())
    return phi, max(0.0, (areas * phi - (areas - 1)) / room) if room > 0 else 0.0


def _limits(method: str, scores: Scores, n: FloatArray, tau2: float, *, squared: bool) -> dict[str, FloatArray]:
    limits: dict[str, FloatArray] = {}
    for name, z in DEVIATES.items():
        low, high = (_back(method, scores.target + side * z * scores.s, squared=True) for side in (-1, 1))
        if method in {"CQC", "SHMI"}:  # limits of observed over expected events, exact for Poisson counts
            low, high = (limit / n for limit in exact_limits(n, CONFIDENCES[name]))
        limits |= {f"LCL{name}": low, f"UCL{name}": high}
    for name, z in DEVIATES.items():
        spread = z * np.sqrt(scores.s**2 + tau2)
        low, high = (_back(method, scores.target + side * spread, squared) for side in (-1, 1))
        limits |= {f"OD{name}LCL": low, f"OD{name}UCL": high}
    return limits


def _back(method: str, score: FloatArray, squared: bool) -> FloatArray:
    if method == "CQC":
        return np.maximum(score, 0) ** 2 if squared else score
    if method == "PR":
        return np.asarray(np.sin(np.clip(score, 0, np.pi / 2)) ** 2)
    return np.asarray(np.exp(score))
