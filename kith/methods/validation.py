"""Refusal of bad input: every ValueError names the argument, the position and the rule that was broken."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from kith.methods.estimate import FloatArray


def numbers(name: str, given: Any) -> FloatArray:
    """The argument as floats; None and masked entries become NaN, text and infinities are refused."""
    if isinstance(given, np.ma.MaskedArray):
        return numbers(name, np.ma.filled(given.astype(np.float64), np.nan))
    try:
        raw = np.asarray(given)
    except ValueError as ragged:
        raise ValueError(f"{name} must be rectangular: its rows differ in length") from ragged
    array = raw.astype(np.float64) if raw.dtype.kind in "iufb" else _from_objects(name, raw)
    refuse(name, array, np.isinf(array), "must be finite")
    return array


def _from_objects(name: str, raw: NDArray[Any]) -> FloatArray:
    allowed = np.array([item is None or hasattr(item, "__float__") for item in raw.ravel()], bool).reshape(raw.shape)
    is_text = raw.dtype.kind != "O"
    refuse(name, raw, np.full(raw.shape, True) if is_text else ~allowed, "must be a number, not text or a date")
    return np.array([np.nan if item is None else float(item) for item in raw.ravel()]).reshape(raw.shape)


def refuse(name: str, array: NDArray[Any], broken: NDArray[np.bool_], rule: str) -> None:
    """Raise a ValueError for the first position where the rule is broken, if there is one."""
    if np.any(broken):
        position = tuple(int(i) for i in np.argwhere(broken)[0])
        raise ValueError(f"{at(name, position)} is {array[position]}: it {rule}")


def at(name: str, position: tuple[int, ...]) -> str:
    """The argument with its position as one would write it in Python: `x`, `x[3]`, `x[3, 1]`."""
    return f"{name}[{', '.join(map(str, position))}]" if position else name


def counts(name: str, given: Any) -> FloatArray:
    """Counts, populations or other amounts that cannot be negative; NaN stays and means missing."""
    array = numbers(name, given)
    refuse(name, array, array < 0, "must not be negative")
    return array


def positive(name: str, given: Any) -> FloatArray:
    """Numbers above zero; NaN stays and means missing."""
    array = numbers(name, given)
    refuse(name, array, array <= 0, "must be above zero")
    return array


def complete(name: str, array: FloatArray) -> FloatArray:
    """The same array, refused where a value is missing."""
    refuse(name, array, np.isnan(array), "must not be missing")
    return array


def same_shape(**arrays: NDArray[Any]) -> None:
    """Refuse arrays of unequal shapes; a single number goes with any shape."""
    shapes = {name: array.shape for name, array in arrays.items() if array.ndim}
    if len(set(shapes.values())) > 1:
        listed = " and ".join(f"{name} has {shape}" for name, shape in shapes.items())
        raise ValueError(f"shapes must be equal: {listed}")


def one_dimension(name: str, array: NDArray[Any]) -> None:
    """Refuse anything but a plain list of numbers."""
    if array.ndim != 1:
        raise ValueError(f"{name} has {array.ndim} dimensions: it must have one")


def confidence_level(confidence: float) -> float:
    """The confidence as a share between 0 and 1, such as 0.95; 95 is refused rather than guessed."""
    if not 0 < confidence < 1:
        raise ValueError(f"confidence is {confidence}: it must lie between 0 and 1, such as 0.95")
    return float(confidence)


def one_of(name: str, given: Any, allowed: tuple[Any, ...]) -> None:
    """Refuse a choice that is not on the list."""
    if given not in allowed:
        raise ValueError(f"{name} is {given!r}: it must be one of {', '.join(map(repr, allowed))}")


def scale(multiplier: float) -> float:
    """A multiplier above zero and finite."""
    if not 0 < multiplier < np.inf:
        raise ValueError(f"multiplier is {multiplier}: it must be finite and above zero")
    return float(multiplier)
