"""The words of what the alliance's room refuses."""

from django.utils.translation import gettext_lazy as _

from kith.platform.ui.refusals import RefusalWords, Refused

REFUSALS: RefusalWords = {
    "account_needs_a_mailbox": Refused(_("Enter an e-mail address: codes are sent there"), "email"),
    "mailbox_of_another_account": Refused(_("Somebody else signs in with this e-mail address"), "email"),
    "team_of_another_organisation": Refused(_("Choose a team of the same organisation"), "team"),
}
