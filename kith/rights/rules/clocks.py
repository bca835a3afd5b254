"""By when a request about data is acknowledged and answered, counted as the law counts. Pure.

UK GDPR article 12(3): one month from the day it came, two months more where it is complex; the ICO counts to the same
day of the next month, to the last day of a shorter one, and on to the next working day. A complaint (Data Protection
Act 2018, section 164A, from 19 June 2026) is acknowledged within 30 days, counted from the day after it came, on to the
next working day where the last is none.
"""

from calendar import monthrange
from datetime import date, timedelta

from kith.rights.rules.codes import RequestKind

ACKNOWLEDGE = timedelta(days=30)
FORGET_AFTER = timedelta(days=730)
"""How long after its answer the words and the address of a request are kept: long enough for the regulator to ask."""
WARN_BEFORE = timedelta(days=7)


def due_on(kind: RequestKind, received_on: date, *, is_extended: bool = False) -> date:
    """By which day it is answered. For a complaint the law says "without undue delay"; here that is a month, too."""
    return working_day_from(months_after(received_on, 3 if is_extended and kind is not RequestKind.COMPLAINT else 1))


def acknowledge_by(received_on: date) -> date:
    """By which day the person who complains has had word that the complaint is here."""
    return working_day_from(received_on + ACKNOWLEDGE)


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def working_day_from(day: date) -> date:
    """The day itself, or the first working day after it."""
    while day.weekday() > 4 or day in bank_holidays(day.year):
        day += timedelta(days=1)
    return day


def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of England and Wales that come every year, with the days that stand in for a weekend.

    A holiday that is proclaimed for one year alone is not known here; the clock then ends a day early, never late.
    """
    easter = _easter(year)
    spring = [date(year, 5, 1), date(year, 5, 25), date(year, 8, 25)]
    mondays = [day + timedelta(days=-day.weekday() % 7) for day in spring]
    found = {easter - timedelta(days=2), easter + timedelta(days=1), *mondays}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        day = fixed
        while day.weekday() > 4 or day in found:
            day += timedelta(days=1)
        found.add(day)
    return frozenset(found)


def _easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian reckoning (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    n = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + n + 90) // 25
    return date(year, month, (h - m + n + month + 19) % 32)
