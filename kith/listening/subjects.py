"""What a story can be about: rooms below and beside say how each is called, and ``config`` hangs them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kith.listening.rules.codes import Subject, SubjectKind
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Source:
    """Where subjects of one kind come from: one by its id, and all that have a code to print; in a language."""

    find: Callable[[Viewer, int, str], Subject | None]
    every: Callable[[Viewer, str], Iterable[Subject]] = lambda _viewer, _lang: ()


_sources: dict[SubjectKind, Source] = {}


def register_subjects(sources: Mapping[SubjectKind, Source]) -> None:
    """Say how the subjects of each kind are found; safe to run twice."""
    _sources.update(sources)


def subject_of(viewer: Viewer, kind: str, subject_id: int, *, lang: str) -> Subject | None:
    """What this is, as the public knows it; None for what there is not."""
    source = _sources.get(SubjectKind(kind)) if kind in set(SubjectKind) else None
    return source.find(viewer, subject_id, lang) if source else None


def all_subjects(viewer: Viewer, lang: str) -> list[Subject]:
    """Everything that has a code to print, kind by kind."""
    return [subject for source in _sources.values() for subject in source.every(viewer, lang)]
