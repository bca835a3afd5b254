"""The words of what the alliance's room refuses."""

from django.utils.translation import gettext_lazy as _

from kith.platform.ui.refusals import RefusalWords, Refused

REFUSALS: RefusalWords = {
    "team_of_another_organisation": Refused(_("Choose a team of the same organisation"), "team"),
}
