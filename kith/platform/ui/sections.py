"""What rooms bring to the pages that many rooms share: entries of the desk, links and lists of Today."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from django.db.models import Exists
from django.urls import reverse
from django.utils.functional import Promise

from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

Confirmations = Mapping[str, Promise]
"""What a page says after an action has led back to it, by the code in its address."""


@dataclass(frozen=True)
class PageLink:
    """A page that is offered to those who hold one of these permissions, or to all staff where none is named.

    ``waits`` counts what waits behind it for the viewer.
    """

    words: Promise
    url_name: str
    needs: tuple[Permission, ...] = ()
    sentence: Promise | str = ""
    waits: Callable[[Viewer], int] | None = None

    def is_for(self, viewer: Viewer) -> bool:
        """Whether the viewer may use it."""
        return not self.needs or any(each in viewer.permissions for each in self.needs)

    def address(self, *args: object) -> str:
        """Where it is."""
        return reverse(self.url_name, args=args)


@dataclass(frozen=True)
class DayContext:
    """Whose day it is, in which language, which day; and a condition on rows: the viewer leads or covers the family."""

    viewer: Viewer
    lang: str
    day: date
    is_led: Callable[[Viewer], Exists]


class Row(Protocol):
    """A line of a list; one that names a family is shown only while the viewer may see that family."""

    @property
    def family_id(self) -> FamilyId | None:
        """The family it is about, if any."""


@dataclass(frozen=True)
class DayList:
    """One list of Today: its template, which finds the rows as ``it`` and these words as ``words``; and what it reads.

    A row about a family beyond the viewer's reach is left out, unless the list can be shown without a name; so is one
    about a bereaved family, unless the list holds what people still do for it. One with a ``name`` is counted at the
    top of the page, where its part of the page has the ``anchor``.
    """

    template: str
    read: Callable[[DayContext], Listed[Any]]
    name: Promise | str = ""
    anchor: str = ""
    words: Mapping[str, object] = field(default_factory=dict)
    is_shown_empty: bool = False
    is_kept_beyond_reach: bool = False
    is_kept_in_bereavement: bool = False
    is_for_every_desk: bool = False
