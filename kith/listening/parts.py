"""What rooms above bring to the page of a theme and to "you said, we did"; ``config`` hangs them as it hangs urls."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kith.listening.rules.codes import ThemeId
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class ThemePart:
    """A part of a theme's page: its template has what was loaded as ``it``; None shows nothing."""

    template: str
    load: Callable[[Viewer, ThemeId], Any]


@dataclass(frozen=True)
class SaidPart:
    """A part of the public page of what was said and done, in the reader's language; None shows nothing."""

    template: str
    load: Callable[[Viewer, str], Any]


_of_themes: tuple[ThemePart, ...] = ()
_said: tuple[SaidPart, ...] = ()


def hang(*, themes: Sequence[ThemePart] = (), said: Sequence[SaidPart] = ()) -> None:
    """Say which parts stand on both pages, in order."""
    global _of_themes, _said
    _of_themes, _said = tuple(themes), tuple(said)


def parts_of_theme(viewer: Viewer, theme_id: ThemeId) -> list[tuple[str, Any]]:
    """The parts of a theme's page that have something to show: template and what it shows."""
    return list(_shown((part.template, part.load(viewer, theme_id)) for part in _of_themes))


def parts_of_said(viewer: Viewer, lang: str) -> list[tuple[str, Any]]:
    """The parts of the public page that have something to show."""
    return list(_shown((part.template, part.load(viewer, lang)) for part in _said))


def _shown(loaded: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    return (each for each in loaded if each[1] is not None)
