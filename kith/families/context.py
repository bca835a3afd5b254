"""A family's record as it lies open on a page, and what a room brings to that page: sections, moments, actions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kith.families.queries.bereavement import BereavementRow
from kith.families.queries.page import FamilyPage
from kith.kernel.ids import FamilyId
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class FamilyContext:
    """What every section may rely on: who reads, in which language, and what has been read already."""

    viewer: Viewer
    page: FamilyPage
    bereavements: tuple[BereavementRow, ...]
    lang: str
    today: date

    @property
    def id(self) -> FamilyId:
        """The family."""
        return self.page.id

    def may(self, permission: Permission) -> bool:
        """Whether the viewer's role allows this."""
        return permission in self.viewer.permissions


@dataclass(frozen=True)
class Moment:
    """Something that happened: when, what, what there is to say of it, and perhaps a link (words and address)."""

    at: datetime
    title: str
    lines: tuple[str, ...] = ()
    is_corrected: bool = False
    link: tuple[str, str] | None = None


def nothing(_read: Any) -> Iterable[Any]:
    """Nothing of this section stands in the timeline, or at the top."""
    return ()


@dataclass(frozen=True)
class Section:
    """One part of a family's page or a parent's own: what it reads (None hides it), its template, and its moments.

    The template finds what was read as ``it``, the record as ``opened``, and as ``inside`` the sections of other rooms
    that stand within this one. Without a template only the moments show, in the timeline. Its ``alerts`` are repeated
    at the top of the page.
    """

    read: Callable[[FamilyContext], Any]
    template: str = ""
    moments: Callable[[Any], Iterable[Moment]] = nothing
    inside: tuple["Section", ...] = ()
    alerts: Callable[[Any], Iterable[str]] = nothing


@dataclass(frozen=True)
class Drawn:
    """A section that has something to show."""

    template: str
    it: Any
    inside: tuple["Drawn", ...]
    alerts: tuple[str, ...] = ()


def read_sections(sections: Iterable[Section], opened: FamilyContext) -> tuple[list[Drawn], list[Moment]]:
    """Read each section once: those to draw, and the moments of all."""
    drawn: list[Drawn] = []
    moments: list[Moment] = []
    for section in sections:
        it = section.read(opened)
        if it is None:
            continue
        inside, more = read_sections(section.inside, opened)
        if section.template:
            drawn.append(Drawn(section.template, it, tuple(inside), tuple(section.alerts(it))))
        moments += [*section.moments(it), *more]
    return drawn, moments
