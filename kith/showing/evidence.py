"""What shows how a place's plan stands: each room brings a line, as it brings sections, and ``config`` hangs them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from kith.kernel.plan import PlanStep
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class EvidenceLine:
    """One line in the reader's language; ``address`` leads to its source, ``is_gap`` says that something is missing."""

    words: str
    address: str = ""
    as_of: date | None = None
    is_gap: bool = False


@dataclass(frozen=True)
class Evidence:
    """What a room can show of the plan: its name, of which steps, and how it is read. It never tells of one family.

    A public one may stand on the page of who we are, and in what is printed.
    """

    key: str
    name: Promise
    steps: tuple[PlanStep, ...]
    read: Callable[[Viewer, str], EvidenceLine | None]
    is_public: bool = False


@dataclass(frozen=True)
class Shown:
    """A line with the evidence that it comes from."""

    key: str
    name: Promise
    line: EvidenceLine


_hung: dict[str, Evidence] = {}


def hang_evidence(brought: Iterable[Evidence]) -> None:
    """Make what rooms bring known, in this order; safe to run twice."""
    _hung.clear()
    _hung.update({each.key: each for each in brought})


def all_evidence() -> tuple[Evidence, ...]:
    """Everything that rooms bring."""
    return tuple(_hung.values())


def evidence_of_step(viewer: Viewer, step: PlanStep, *, lang: str) -> tuple[Shown, ...]:
    """What shows how one step stands."""
    return _read(viewer, (each for each in _hung.values() if step in each.steps), lang)


def evidence_by_keys(viewer: Viewer, keys: Iterable[str], *, lang: str, is_public: bool = False) -> tuple[Shown, ...]:
    """What these keys stand for now, without those of rooms that are gone; where it is public, only what may be."""
    found = (_hung[key] for key in keys if key in _hung)
    return _read(viewer, (each for each in found if each.is_public or not is_public), lang)


def _read(viewer: Viewer, brought: Iterable[Evidence], lang: str) -> tuple[Shown, ...]:
    lines = ((each, each.read(viewer, lang)) for each in brought)
    return tuple(Shown(each.key, each.name, line) for each, line in lines if line)
