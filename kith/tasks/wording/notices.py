"""What a notice says and where it leads: each room registers the words of its own kinds."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.tasks.rules.notices import NoticeKind


@dataclass(frozen=True)
class NoticeWords:
    """A sentence, which may name ``%(who)s`` and any fact, and the page it leads to: its name, and the fact it needs.

    Who is looked up by the fact ``from_membership_id``, ``membership_id`` or ``lead_id``; a fact that ends in ``_on``
    is a day and is written as one. Without a page's name the notice leads nowhere; a page that needs no fact names
    none. A pressing one is never folded away and never cut off: something is late, a person may be in danger, or
    something has lost its owner.
    """

    sentence: Promise
    url_name: str = "family"
    fact: str = "family_id"
    is_pressing: bool = False


NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.STEP_HANDED_ON: NoticeWords(_("%(who)s gave you a next step"), "next-step", "step_id"),
    NoticeKind.STEP_LATE: NoticeWords(_("A next step of %(who)s is overdue"), "next-step", "step_id", is_pressing=True),
    NoticeKind.NOTICE_OF_LEAVER: NoticeWords(_("%(who)s has left without seeing a notice")),
    NoticeKind.STEPS_ENDED_BY_FAMILY: NoticeWords(
        _("%(known_as)s no longer lets your organisation see its record. Next steps of yours that ended: %(count)s"), ""
    ),
    NoticeKind.AUDIT_BROKEN: NoticeWords(_("The audit is not as it was sealed"), "audit", "", is_pressing=True),
}
UNNAMED = NoticeWords(_("There is something new for you"))
Kind = TypeVar("Kind", bound=StrEnum)
_registered: dict[str, NoticeWords] = {}


def register_notices(words: Mapping[Kind, NoticeWords]) -> None:
    """Make a room's kinds known with their words; a kind of another room is refused, twice the same is not."""
    for kind, said in words.items():
        if _registered.setdefault(kind.value, said) != said:
            raise ValueError(f"two rooms have a kind of notice called {kind.value}: give one of them another name")


def registered_notices() -> Mapping[str, NoticeWords]:
    """Every kind of notice in the house, with its words."""
    return _registered


def notice_words(kind: str) -> NoticeWords:
    """What a notice of this kind says; one whose room has gone is still not lost."""
    return _registered.get(kind, UNNAMED)
