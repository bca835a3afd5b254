"""The words of hub days: why an entry waits, what a device noted, and why something cannot be."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.hub_days.rules.codes import WhyAside
from kith.platform.ui.refusals import RefusalWords, Refused, words_of_code

WHY_WORDS: dict[WhyAside, Promise] = {
    WhyAside.MARKED_OTHERWISE: _("Somebody has marked this family differently meanwhile."),
    WhyAside.WITHDRAWN: _("The device was withdrawn before this came from it."),
    WhyAside.LATE: _("This came long after the day."),
    WhyAside.NOT_BOOKED: _("This booking is no longer on the register."),
    WhyAside.NO_SESSION: _("This session is no longer on the register."),
    WhyAside.NOTHING_THERE: _("What was to be taken back is not there."),
    WhyAside.NO_TURN: _("This turn is no longer on the list."),
}
REFUSALS: RefusalWords = {
    "hub_day_is_over": Refused(_("This day is over. Mark what is missing in the register of the session.")),
    "hub_day_too_far": Refused(
        _("A day is taken along on the day or the evening before, so that nobody who books meanwhile is missing.")
    ),
    "hub_day_unreadable": Refused(
        _("What the device sent could not be read, and nothing was changed. Update the page and send it again.")
    ),
    "too_many_entries": Refused(_("The device sent too much at once. Update the page and send it again.")),
    "device_is_wiped": Refused(_("This device has wiped itself already: there is nothing on it to withdraw.")),
    "entry_cannot_be_taken": Refused(
        _("The register can no longer follow this: the booking or session is gone. Leave the register as it is.")
    ),
}


def why_words(why: str) -> str:
    """Why an entry waits for a person: a reason of ours, or that of the room which could not take it."""
    return str(WHY_WORDS[WhyAside(why)]) if why in set(WhyAside) else words_of_code(why)
