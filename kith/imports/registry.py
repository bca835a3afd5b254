"""Which room loads which kind of file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kith.imports.tables import Progress


@dataclass(frozen=True)
class ImportReport:
    """What a load changed, in numbers and sentences for the person who ran it."""

    counts: dict[str, int]
    notes: tuple[str, ...] = field(default=())


Loader = Callable[[Path, Progress], ImportReport]
ProposingLoader = Callable[[str, bool, Progress], ImportReport]
"""Reads a file, a folder or an address, and publishes what it found only where it is told to accept it."""
Note = Callable[[str, Mapping[str, int], Sequence[str]], None]
"""Keeps what came of a file: its kind, what was counted, and what was wrong."""
_loaders: dict[str, Loader] = {}
_proposing: dict[str, ProposingLoader] = {}
_noting: list[Note] = []


def register_note(note: Note) -> None:
    """Have a room keep what came of each file."""
    _noting[:] = [note]


def note_load(kind: str, counts: Mapping[str, int], faults: Sequence[str] = ()) -> None:
    """Say what came of a file to the room that keeps it."""
    for note in _noting:
        note(kind, counts, faults)


def register(kind: str, loader: Loader) -> None:
    """Let ``kith load KIND PATH`` use this loader. It raises BadRows and changes nothing when anything is wrong."""
    _loaders[kind] = loader


def register_proposing(kind: str, loader: ProposingLoader) -> None:
    """Let ``kith load KIND PATH [--accept]`` use this loader, which asks the person running it before any change."""
    _proposing[kind] = loader


def proposing_loader_of(kind: str) -> ProposingLoader | None:
    """The loader of this kind if it asks first."""
    return _proposing.get(kind)


def loader_of(kind: str) -> Loader:
    """The loader of this kind; KeyError where no room has one."""
    return _loaders[kind]


def registered_kinds() -> list[str]:
    """All kinds that can be loaded."""
    return sorted([*_loaders, *_proposing])
