"""The words of the list of gaps: for which day it is made."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_DAYS = {"1": timedelta(days=30), "3": timedelta(days=91), "6": timedelta(days=182), "12": timedelta(days=365)}
WHENS: Mapping[str, Promise] = {
    "1": _("In one month"),
    "3": _("In three months"),
    "6": _("In six months"),
    "12": _("In a year"),
}


def day_ahead(chosen: str, today: date) -> date:
    """The day for which the list is made: today, or so many months ahead."""
    return today + _DAYS.get(chosen, timedelta())
