"""Why a timetable cannot be so, in the reader's language."""

from django.utils.translation import gettext_lazy as _

from kith.platform.ui.refusals import RefusalWords, Refused

REFUSALS: RefusalWords = {
    "ends_before_it_starts": Refused(_("The last day must not be before the first"), "last_on"),
    "rule_too_long": Refused(_("Choose a last day within two years of the first"), "last_on"),
    "rule_without_weekday": Refused(_("Choose a day of the week"), "weekdays"),
    "rule_without_nth": Refused(_("Choose which one in the month"), "nth"),
    "no_date_left": Refused(
        _("No date is left: every day falls on a bank holiday, outside term time, or is over. Choose other days."),
        "last_on",
    ),
    "rule_changed_meanwhile": Refused(
        _("Somebody else has changed this meanwhile. Open it again, and look at what stands there now.")
    ),
    "effect_changed": Refused(
        _("Somebody has booked or changed something since you looked. Nothing is saved. Look at what happens now.")
    ),
    "date_is_past": Refused(_("Choose a day and time to come"), "on"),
    "date_too_far": Refused(_("Choose a day within two years"), "on"),
    "term_overlaps": Refused(_("Another term has some of these days"), "first_on"),
    "term_is_over": Refused(_("This term is over. Choose one to come."), "target"),
    "term_before_the_other": Refused(_("Choose a term after the one you copy"), "target"),
    "series_code_taken": Refused(_("Another series has this short name. Choose another one."), "code"),
}
