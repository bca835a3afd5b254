"""The words of meetings and agreed actions, and what is refused of them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.alliance.rules.codes import AgendaKind, MeetingState, Presence
from kith.kernel.refusal import Refusal
from kith.platform.ui.refusals import RefusalWords, Refused

AGENDA_KINDS: Mapping[AgendaKind, Promise] = {
    AgendaKind.THEME: _("Parents say"),
    AgendaKind.LATE_ACTION: _("Late action"),
    AgendaKind.UNKEPT_PROMISE: _("Promise not kept"),
    AgendaKind.INDICATOR: _("A number moved"),
    AgendaKind.GAP: _("A gap in our standards"),
    AgendaKind.OWN: _("Own point"),
}
MEETING_STATES: Mapping[MeetingState, Promise] = {
    MeetingState.PLANNED: _("The agenda is growing"),
    MeetingState.FROZEN: _("Papers are out"),
    MeetingState.HELD: _("Held"),
    MeetingState.APPROVED: _("Minutes approved"),
    MeetingState.CALLED_OFF: _("Called off"),
}
PRESENCES: Mapping[Presence, Promise] = {Presence.PRESENT: _("Came"), Presence.APOLOGIES: _("Sent apologies")}


def _names(refusal: Refusal) -> str:
    return gettext("These people are named in what everybody will read: %(names)s. Take the names out first") % {
        "names": refusal.facts["names"]
    }


REFUSALS: RefusalWords = {
    "decision_without_words": Refused(_("Write what is decided, and what is done"), "words"),
    "meeting_in_the_past": Refused(_("Choose a day to come"), "day"),
    "meeting_ends_first": Refused(_("The end comes after the beginning, on the same day"), "ends"),
    "interest_without_words": Refused(_("Write which interest it is"), "words"),
    "interest_without_meeting": Refused(_("Choose a point of this meeting"), "about"),
    "meeting_not_now": Refused(_("The meeting has not come so far, or is over already.")),
    "papers_are_frozen": Refused(_("The papers are out: they stay as they were sent."), "title"),
    "point_without_title": Refused(_("Write what it is about"), "title"),
    "chair_approves": Refused(_("The chair of the alliance approves minutes.")),
    "names_in_minutes": Refused(_names),
    "evidence_missing": Refused(_("Write what was done"), "evidence"),
    "action_is_done": Refused(_("This is done already.")),
}
