"""A rule in words, in the reader's language: "Every second Tuesday from 10am to 12pm, in term time"."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.platform.ui import formats
from kith.timetables.rules.codes import LAST, Holiday, Pattern, Skip
from kith.timetables.rules.details import RulePlan
from kith.timetables.rules.repeating import Repeat

# A language that bends its nouns says "each week: Tuesday", so that each day of the week fits.
EVERY: Mapping[Pattern, Promise] = {
    Pattern.WEEKLY: _("Every %(days)s"),
    Pattern.FORTNIGHTLY: _("Every second %(days)s"),
}
NTH: Mapping[int, Promise] = {
    1: _("The first %(days)s of each month"),
    2: _("The second %(days)s of each month"),
    3: _("The third %(days)s of each month"),
    4: _("The fourth %(days)s of each month"),
    LAST: _("The last %(days)s of each month"),
}
# Whether in term time alone, and whether not on bank holidays.
WITHIN: Mapping[tuple[bool, bool], Promise] = {
    (False, False): _("%(when)s from %(start)s to %(end)s"),
    (False, True): _("%(when)s from %(start)s to %(end)s, not on bank holidays"),
    (True, False): _("%(when)s from %(start)s to %(end)s, in term time"),
    (True, True): _("%(when)s from %(start)s to %(end)s, in term time, not on bank holidays"),
}
HOLIDAYS: Mapping[Holiday, Promise] = {
    Holiday.NEW_YEAR: _("New Year’s Day"),
    Holiday.GOOD_FRIDAY: _("Good Friday"),
    Holiday.EASTER_MONDAY: _("Easter Monday"),
    Holiday.EARLY_MAY: _("Early May bank holiday"),
    Holiday.SPRING: _("Spring bank holiday"),
    Holiday.SUMMER: _("Summer bank holiday"),
    Holiday.CHRISTMAS: _("Christmas Day"),
    Holiday.BOXING_DAY: _("Boxing Day"),
}
WHY: Mapping[Skip, Promise] = {
    Skip.BANK_HOLIDAY: _("Bank holiday"),
    Skip.OUT_OF_TERM: _("Not in term time"),
    Skip.LEFT_OUT: _("Left out by hand"),
}


def rule_words(plan: RulePlan) -> str:
    """How a rule repeats, and when by the clock."""
    said = {
        "when": repeat_words(plan.repeat),
        "start": formats.time(plan.details.starts),
        "end": formats.time(plan.details.ends),
    }
    return str(WITHIN[plan.term_time_only, plan.skips_bank_holidays]) % said


def repeat_words(repeat: Repeat) -> str:
    """On which days a rule falls."""
    days = formats.listed([formats.weekday(each) for each in sorted(repeat.weekdays)])
    words = NTH[repeat.nth] if repeat.pattern is Pattern.MONTHLY else EVERY[repeat.pattern]
    return str(words) % {"days": str(days)}


def why_words(why: Skip | str, holiday: Holiday | None) -> str:
    """Why nothing takes place on a day."""
    if why == Skip.BANK_HOLIDAY and holiday:
        return gettext("Bank holiday: %(name)s") % {"name": HOLIDAYS[holiday]}
    return str(WHY[Skip(why)])
