"""The words for the codes of a family's record, in the reader's language."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kith.families.rules.codes import CameBy, InterpreterNeed, Purpose
from kith.kernel.age import Age, whole_months

PURPOSES: Mapping[Purpose, Promise] = {
    Purpose.CARE: _("Care of parent and baby"),
    Purpose.PEER_SUPPORT: _("Support from another parent"),
    Purpose.OFFERS: _("News of groups and courses"),
    Purpose.REFERRAL: _("A referral: they see only what it needs"),
}
CAME_BY: Mapping[CameBy, Promise] = {
    CameBy.WORKER: _("Record begun by somebody who cares for the family"),
    CameBy.BOOKING: _("Record begun with a booking"),
    CameBy.IMPORT: _("Record brought in from elsewhere"),
}
INTERPRETER_NEEDS: Mapping[InterpreterNeed, Promise] = {
    InterpreterNeed.YES: _("Interpreter needed"),
    InterpreterNeed.NO: _("No interpreter needed"),
    InterpreterNeed.NOT_ASKED: _("Interpreter: not asked yet"),
}


def age_words(born_on: date, on: date) -> str:
    """A baby's age as practitioners say it: days for two weeks, weeks for half a year, then months."""
    age = Age.of(born_on, on)
    if age.days < 14:
        return ngettext("%(count)d day old", "%(count)d days old", age.days) % {"count": age.days}
    if age.weeks < 26:
        return ngettext("%(count)d week old", "%(count)d weeks old", age.weeks) % {"count": age.weeks}
    months = whole_months(born_on, on)
    return ngettext("%(count)d month old", "%(count)d months old", months) % {"count": months}
