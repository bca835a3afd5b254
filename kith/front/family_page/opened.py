"""A family's record as it lies open before the viewer, and what a section of its page is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kith.families.queries.page import FamilyPage
from kith.feeding.queries.statuses import FamilyCare
from kith.front.timeline import Moment
from kith.kernel.ids import FamilyId
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Opened:
    """What every section may rely on: who looks, in which language, and what has been read already."""

    viewer: Viewer
    page: FamilyPage
    followed: FamilyCare
    lang: str
    today: date

    @property
    def id(self) -> FamilyId:
        """The family."""
        return self.page.id

    def may(self, permission: Permission) -> bool:
        """Whether the viewer's role allows this."""
        return permission in self.viewer.permissions


def no_moments(_read: Any) -> Iterable[Moment]:
    """Nothing of this section stands in the timeline."""
    return ()


@dataclass(frozen=True)
class Section:
    """One part of the page: its template's name, what it reads (None hides it), and its moments in the timeline.

    The template ``front/family/<topic>.jinja`` finds what was read as ``it``; without a template only the moments show.
    """

    topic: str
    read: Callable[[Opened], Any]
    moments: Callable[[Any], Iterable[Moment]] = no_moments
    has_template: bool = True


@dataclass(frozen=True)
class Drawn:
    """The sections to draw, and the timeline of all."""

    sections: list[tuple[str, Any]]
    moments: list[Moment]


def draw(sections: Iterable[Section], opened: Opened) -> Drawn:
    """Read each section once; leave out those that have nothing to say."""
    read = [(section, section.read(opened)) for section in sections]
    return Drawn(
        sections=[(section.topic, it) for section, it in read if section.has_template and it is not None],
        moments=[moment for section, it in read if it is not None for moment in section.moments(it)],
    )
