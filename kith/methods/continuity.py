"""How much of a family's contact is with one and the same person: two published indices, for a million at once."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kith.methods import validation
from kith.methods.estimate import Estimate, FloatArray
from kith.methods.intervals import normal_deviate, wilson_limits
from kith.methods.suppression.tables import whole_counts


@dataclass(frozen=True, slots=True)
class Continuity:
    """One entry a family in each array: its contacts, and both indices (NaN where they say nothing)."""

    contacts: FloatArray
    usual_provider: FloatArray
    bice_boxerman: FloatArray


def continuity(family: Any, count: Any, *, families: int | None = None) -> Continuity:
    """Both indices of every family at once, from how often each person was in contact with each family.

    Shapes: family and count in one dimension, one entry for each pair of family and person; family counts from 0.
    The answer has `families` entries (or as many as the highest number says); pairs may come in any order, but each
    only once.
    NaN: the usual provider index of a family without contacts; Bice and Boxerman's of a family with fewer than two.
    Errors: ValueError for unequal shapes, negative or broken counts, missing values, a family beyond `families`.
    Source: see `usual_provider` and `bice_boxerman`.
    """
    place = _whole("family", family)
    number = _whole("count", count)
    if place.shape != number.shape or place.ndim != 1:
        raise ValueError(f"family has shape {place.shape}, count {number.shape}: both must be one list of one length")
    size = int(place.max()) + 1 if place.size else 0
    if families is not None and families < size:
        raise ValueError(f"family: {size - 1} at position {int(place.argmax())} must be below families, {families}")
    size = families if families is not None else size
    met = number.astype(np.float64)
    total = np.asarray(np.bincount(place, weights=met, minlength=size), np.float64)
    squares = np.asarray(np.bincount(place, weights=met**2, minlength=size), np.float64)
    most = np.zeros(size)
    np.maximum.at(most, place, met)
    return Continuity(total, _shares(most, total), _coc(squares, total))


def usual_provider(counts: Any) -> Any:
    """The usual provider of care index: the share of the contacts that was with the person met most often.

    Shapes: counts has the contacts with each person along its last axis (0 for a person never met); the answer has
    the other axes, a plain number where there is only one.
    Units: a share from 0 to 1; 1 is one person throughout.
    NaN: where there was no contact at all.
    Errors: ValueError for a single number, negative or broken counts, missing values.
    Source: Breslau and Reeb, Journal of Medical Education 50 (1975) 965-969.
    """
    number = _counts(counts)
    return _as_given(_shares(number.max(axis=-1, initial=0), number.sum(axis=-1)))


def bice_boxerman(counts: Any) -> Any:
    """Bice and Boxerman's continuity of care index: (sum of n_i squared - N) / (N (N - 1)).

    It is the share of all pairs of contacts that were with the same person: 1 is one person throughout, 0 is a new face
    every time.
    Shapes: as in `usual_provider`.
    NaN: where there were fewer than two contacts, of which no pair can be made.
    Errors: as in `usual_provider`.
    Source: Bice and Boxerman, Medical Care 15 (1977) 347-349.
    """
    number = _counts(counts).astype(np.float64)
    return _as_given(_coc((number**2).sum(axis=-1), number.sum(axis=-1)))


def clustered_proportion(x: Any, n: Any, *, confidence: float = 0.95) -> Estimate[float]:
    """The share sum(x) / sum(n) of contacts that come in families, with an interval that knows they do.

    Contacts of one family resemble each other, so that their number overstates what is known. The variance is that of
    a ratio between families; Wilson's interval is drawn for the number of independent contacts that would give it,
    never for more than there were.
    Shapes: x and n in one dimension, one entry a family; families without contacts count for nothing.
    NaN: everything where there is no contact; the limits alone where all come from one family.
    Errors: ValueError for unequal shapes, x above n, negative or broken counts, missing values.
    Source: Cochran, Sampling Techniques, 3rd ed. (1977) section 6.3 for the ratio; Korn and Graubard, Survey Methodol.
    24 (1998) 193-201 for the effective number; Wilson, JASA 22 (1927) 209-212.
    """
    part, whole = _whole("x", x).astype(np.float64), _whole("n", n).astype(np.float64)
    validation.same_shape(x=part, n=whole)
    validation.refuse("x", part, part > whole, "must not exceed n")
    part, whole = part[whole > 0], whole[whole > 0]
    total, size = float(whole.sum()), len(whole)
    if size == 0:
        return Estimate(np.nan, np.nan, np.nan)
    share = float(part.sum()) / total
    if size == 1:
        return Estimate(share, np.nan, np.nan)
    variance = float(((part - share * whole) ** 2).sum()) / total**2 * size / (size - 1)
    independent = min(total, share * (1 - share) / variance) if variance > 0 else float(size)
    lower, upper = wilson_limits(np.array(share * independent), np.array(independent), normal_deviate(confidence))
    return Estimate(share, float(lower), float(upper))


def _shares(most: Any, total: Any) -> FloatArray:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(total > 0, most / total, np.nan))


def _coc(squares: FloatArray, total: FloatArray) -> FloatArray:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(total > 1, (squares - total) / (total * (total - 1)), np.nan))


def _counts(counts: Any) -> NDArray[np.int64]:
    number = _whole("counts", counts)
    if number.ndim == 0:
        raise ValueError("counts is a single number: it must be a list of contacts by person")
    return number


def _whole(name: str, given: Any) -> NDArray[np.int64]:
    return whole_counts(name, given).astype(np.int64)


def _as_given(found: FloatArray) -> Any:
    return float(found) if found.ndim == 0 else found
