"""What welcome brings to shared pages: how it is at a session's venue, the list of venues, and what one is to mend."""

from typing import Protocol

from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import VenueId
from kith.kernel.listed import Listed
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.ui.sections import DayContext, DayList, PageLink
from kith.undoing.offering import Undo
from kith.welcome.actions.improving import reopen_improvement
from kith.welcome.queries.improvements import ImprovementRow, my_improvements
from kith.welcome.queries.keeping import visits_waiting
from kith.welcome.queries.profiles import Welcome, welcome_at
from kith.welcome.wording import criteria


class _Session(Protocol):
    """What is asked of a session: where it is."""

    @property
    def venue_id(self) -> VenueId | None:
        """The venue; None for one online."""


class SessionSeen(Protocol):
    """Whose page of which session it is; groups shows it, and welcome does not know groups."""

    @property
    def viewer(self) -> Viewer:
        """Who looks."""

    @property
    def session(self) -> _Session:
        """At what."""

    @property
    def lang(self) -> str:
        """In which language."""


def at_session(context: SessionSeen) -> Welcome | None:
    """How it is at the venue of the session; None for one online."""
    venue_id = context.session.venue_id
    return welcome_at(context.viewer, venue_id, lang=context.lang) if venue_id else None


def _mine(context: DayContext) -> Listed[ImprovementRow]:
    """What the viewer is to put right soon."""
    return my_improvements(context.viewer)


TO_MEND = DayList(
    "welcome/today.jinja",
    _mine,
    _("To put right at venues"),
    "improvements",
    words={"wording": criteria},
    is_for_every_desk=True,
)
WELCOME_DESK = PageLink(
    _("Welcome at our venues"),
    "welcome",
    (Permission.MANAGE_DIRECTORY,),
    _("How it feels to come: what parents found, photos, and what is to be put right."),
    waits=visits_waiting,
)
UNDO = {"welcome.improvement_ended": Undo(_("This has ended."), reopen_improvement)}
