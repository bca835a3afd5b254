"""The statements of the library, which education stands beside: ``config`` says how they are found."""

from collections.abc import Callable, Iterable

from kith.platform.access.viewer import Viewer

Every = Callable[[Viewer], Iterable[tuple[str, str]]]
_every: list[Every] = []


def register_statements(every: Every) -> None:
    """Say how all statements are found, by key and words; safe to run twice."""
    _every[:] = [every]


def statements(viewer: Viewer) -> list[tuple[str, str]]:
    """Every statement that is told, by its key."""
    return [each for every in _every for each in every(viewer)]
