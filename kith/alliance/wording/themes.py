"""The words of themes, promises, meetings and agreed actions, and what is refused of them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.alliance.rules.codes import AgendaKind, MeetingState, Presence, ThemeState
from kith.kernel.refusal import Refusal
from kith.platform.ui.refusals import RefusalWords, Refused

THEME_STATES: Mapping[ThemeState, Promise] = {
    ThemeState.HEARD: _("Heard"),
    ThemeState.PLANNED: _("Planned"),
    ThemeState.DONE: _("Done"),
    ThemeState.CANNOT: _("We cannot, because"),
}
SETTLED_WORDS: Mapping[ThemeState, Promise] = {
    ThemeState.DONE: _("It is done"),
    ThemeState.CANNOT: _("It cannot be done"),
}
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
}
PRESENCES: Mapping[Presence, Promise] = {Presence.PRESENT: _("Came"), Presence.APOLOGIES: _("Sent apologies")}


def _names(refusal: Refusal) -> str:
    return gettext("These people are named in what everybody will read: %(names)s. Take the names out first") % {
        "names": refusal.facts["names"]
    }


REFUSALS: RefusalWords = {
    "theme_not_now": Refused(_("This cannot follow from how it stands.")),
    "promise_without_words": Refused(_("Write what is promised"), "words"),
    "outcome_without_words": Refused(_("Write what was done, or why it cannot be"), "words"),
    "decision_without_words": Refused(_("Write what is decided, and what is done"), "words"),
    "decision_without_owner": Refused(_("Choose one person who answers for it"), "owner"),
    "alliance_owner_left": Refused(_("This person no longer works here. Choose another"), "owner"),
    "promise_due_past": Refused(_("Choose a day to come"), "due_on"),
    "meeting_in_the_past": Refused(_("Choose a day to come"), "day"),
    "meeting_not_now": Refused(_("The meeting has not come so far, or is over already.")),
    "papers_are_frozen": Refused(_("The papers are out: they stay as they were sent."), "title"),
    "point_without_title": Refused(_("Write what it is about"), "title"),
    "chair_approves": Refused(_("The chair of the alliance approves minutes.")),
    "names_in_minutes": Refused(_names),
    "evidence_missing": Refused(_("Write what was done"), "evidence"),
    "action_is_done": Refused(_("This is done already.")),
}
