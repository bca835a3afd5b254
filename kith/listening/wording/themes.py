"""The words of themes and promises, and what is refused of them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.listening.rules.codes import ThemeState
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

REFUSALS: RefusalWords = {
    "theme_not_now": Refused(_("This cannot follow from how it stands.")),
    "promise_without_words": Refused(_("Write what is promised"), "words"),
    "outcome_without_words": Refused(_("Write what was done, or why it cannot be"), "words"),
    "decision_without_owner": Refused(_("Choose one person who answers for it"), "owner"),
    "alliance_owner_left": Refused(_("This person no longer works here. Choose another"), "owner"),
    "promise_due_past": Refused(_("Choose a day to come"), "due_on"),
}
