"""The words of missed, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.missed.rules.asking import Reason
from kith.platform.ui.refusals import RefusalWords, Refused

BUTTONS: Mapping[Reason, Promise] = {
    Reason.TIME: _("The time did not suit"),
    Reason.TRANSPORT: _("Getting there was too hard"),
    Reason.LANGUAGE: _("It is not in my language"),
    Reason.PARTNER: _("My partner could not come, or would not like it"),
    Reason.NOT_READY: _("I was not ready yet"),
    Reason.BABY_UNWELL: _("My baby was unwell"),
    Reason.UNWELCOME: _("I did not feel welcome"),
    Reason.OTHER: _("Another reason"),
}
"""What she taps."""
ANSWERS: Mapping[Reason, Promise] = {
    Reason.TIME: _("These are at another time:"),
    Reason.TRANSPORT: _("These are nearer to you, or need no way at all:"),
    Reason.LANGUAGE: _("These are in your language, or we book an interpreter for you, free:"),
    Reason.PARTNER: _("These are in the evening, at a weekend or online. Partners have a place too, free:"),
    Reason.NOT_READY: _("There is no hurry. These are later:"),
    Reason.BABY_UNWELL: _("When your baby is well again, these are next:"),
    Reason.UNWELCOME: _("We are sorry. These are other groups, at other places:"),
    Reason.OTHER: _("These are next:"),
}
"""What stands above the dates that answer it."""
REFUSALS: RefusalWords = {
    "missed_link_over": Refused(_("This link is over. You can still book any date under Find support.")),
    "offer_gone": Refused(_("This date is full, or over, by now. Please choose another one.")),
}
