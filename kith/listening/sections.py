"""What listening brings to the desk, to Today, and to the public page of a session."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import FamilyId
from kith.listening.queries.recordings import my_recordings
from kith.listening.queries.stories import my_translations, unread_count
from kith.listening.queries.themes import themes_without_reply, unsorted_count
from kith.listening.rules.codes import SubjectKind
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.ui.sections import PageLink

_PARTAKES = (Permission.SEE_THEMES,)
STORIES_DESK = PageLink(
    _("What parents tell us"),
    "stories",
    (Permission.SEE_STORIES,),
    _("Read each story first, and clear it for others."),
)
THEMES_DESK = PageLink(_("Themes and promises"), "themes", _PARTAKES, _("What parents say, and what becomes of it."))
WELCOME_DESK = PageLink(
    _("How welcome people feel"), "welcome-answers", _PARTAKES, _("Counted by venue and community.")
)
CODES_DESK = PageLink(
    _("Codes for telling us"), "story-codes", _PARTAKES, _("To print: for a service or a venue, in eight languages.")
)


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for the viewer, or comes next; it names no family."""

    words: Promise | str
    address: str
    count: int = 1
    due_on: date | None = None
    days_overdue: int | None = None
    family_id: FamilyId | None = None

    @property
    def is_counted(self) -> bool:
        """Whether it stands for several, rather than for one thing with a day."""
        return self.due_on is None


def stories_waiting(viewer: Viewer) -> list[Waiting]:
    """What waits for the viewer: to be read, translated, gathered, answered."""
    mine = my_translations(viewer)
    first = reverse("translate-story", args=[mine[0].id]) if mine else ""
    spoken = my_recordings(viewer)
    to_hear = reverse("write-down-story", args=[spoken[0].id]) if spoken else ""
    counted = (
        Waiting(_("Stories to read now"), reverse("stories"), unread_count(viewer)),
        Waiting(_("Stories to listen to and write down"), to_hear, len(spoken)),
        Waiting(_("Stories to put into English"), first, len(mine)),
        Waiting(_("Stories to gather into themes"), reverse("themes"), unsorted_count(viewer)),
        Waiting(_("Themes whose writers wait for a reply"), reverse("themes"), themes_without_reply(viewer)),
    )
    return [each for each in counted if each.count]


def how_it_was(session_id: int) -> str:
    """Where a person who was there tells how it was."""
    return reverse("tell-us-about", args=[SubjectKind.SESSION.value, session_id])
