"""A figure as the text that is kept of it: the same figure gives the same text, and the text the same figure. Pure."""

import hashlib
import json
from typing import Any

from kith.insight.rules.figures import Figure, State
from kith.kernel.quarter import Quarter
from kith.methods import Estimate

COUNTS = ("due", "fed", "known", "unknown", "share_unknown", "is_far_from_births")
ESTIMATES = ("of_due", "of_due_wide", "of_known")


def frozen(figure: Figure, row: tuple[str, ...]) -> str:
    """The figure, and its row of the open data as it is published, in one text."""
    said: dict[str, Any] = {
        "quarter": [figure.quarter.year, figure.quarter.number],
        "state": figure.state.value,
        **{name: getattr(figure, name) for name in COUNTS},
        **{name: _limits(getattr(figure, name)) for name in ESTIMATES},
        "row": list(row),
    }
    return json.dumps(said, indent=1) + "\n"


def thawed(text: str) -> tuple[Figure, tuple[str, ...]]:
    """The figure and its row, from the text that was kept."""
    said = json.loads(text)
    estimates: dict[str, Any] = {name: Estimate(*said[name]) if said[name] else None for name in ESTIMATES}
    counts = {name: said[name] for name in COUNTS}
    return Figure(Quarter(*said["quarter"]), State(said["state"]), **counts, **estimates), tuple(said["row"])


def digest(text: str) -> str:
    """The SHA-256 of the text, by which it is known again."""
    return hashlib.sha256(text.encode()).hexdigest()


def _limits(estimate: Estimate[float] | None) -> list[float] | None:
    return None if estimate is None else [estimate.value, estimate.lower, estimate.upper]
