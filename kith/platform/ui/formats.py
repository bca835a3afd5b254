"""Dates, times and numbers as the reader's language writes them, always with Latin digits.

Phone numbers, postcodes, bus lines and prices are in Latin digits all over the United Kingdom, so a page in Arabic
keeps to them as well: two sets of digits on one page are harder to read than one.
"""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

import phonenumbers
from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from django.utils import timezone
from django.utils.translation import get_language, gettext, gettext_noop, ngettext
from markupsafe import Markup, escape

from kith.kernel.age import Age, whole_months

_BRITISH = {"en": "en_GB"}
_KNOWN_AS = {"prs": "fa-AF"}  # Dari has a code of its own; Babel names it by where it is spoken
# Babel names these in no language, or not in all of ours.
_NAMED_HERE = {"bfi": gettext_noop("British Sign Language"), "rom": gettext_noop("Romani")}
_DATE_PATTERNS = {
    "long": "EEEE d MMMM y",
    "medium": "d MMMM y",
    "day": "EEEE d MMMM",
    "short": "EEE d MMM",
    "month": "MMMM y",
}


@lru_cache(maxsize=32)
def _locale(code: str) -> Locale:
    return Locale.parse(_BRITISH.get(code, code.replace("-", "_")))


def active_locale() -> Locale:
    """The Babel locale of the language this page is written in."""
    return _locale(get_language() or "en")


def as_date(value: dt.date | dt.datetime) -> dt.date:
    """The day this falls on in the place's own time."""
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def as_time(value: dt.time | dt.datetime) -> dt.time:
    """The time of day on the place's own clock."""
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).time() if timezone.is_aware(value) else value.time()
    return value


def date(value: dt.date | dt.datetime, style: str = "long") -> str:
    """The date in words: long, medium, day (no year), short or month."""
    return _date_words(as_date(value), style, get_language() or "en")


@lru_cache(maxsize=4096)
def _date_words(day: dt.date, style: str, lang: str) -> str:
    return format_date(day, _DATE_PATTERNS[style], locale=_locale(lang))


def time(value: dt.time | dt.datetime) -> str:
    """The time of day: 2:30pm in English, as the language writes it elsewhere."""
    return _time_words(as_time(value), get_language() or "en")


@lru_cache(maxsize=4096)
def _time_words(clock: dt.time, lang: str) -> str:
    locale = _locale(lang)
    if locale.language != "en":
        return format_time(clock, "short", locale=locale)
    minutes = f":{clock.minute:02}" if clock.minute else ""
    return f"{clock.hour % 12 or 12}{minutes}{'am' if clock.hour < 12 else 'pm'}"


def weekday(number: int) -> str:
    """The name of a day of the week; 0 is Monday."""
    return str(active_locale().days["format"]["wide"][number])


def number(value: float | Decimal, decimals: int | None = None) -> str:
    """A number with the language's own separators."""
    pattern = None if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
    return _signed(value, format_decimal(value, pattern, locale=active_locale()))


def minutes(seconds: int) -> str:
    """How long a sound lasts, as a player shows it: 2:05."""
    return f"{number(seconds // 60)}:{number(seconds % 60 // 10)}{number(seconds % 10)}"


def percent(share: float | Decimal, decimals: int = 1) -> str:
    """A share between 0 and 1 as a percentage."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "") + "%"
    return _signed(share, format_percent(share, pattern, locale=active_locale()))


def _signed(value: float | Decimal, written: str) -> str:
    """The number with its minus kept on its left, also within a line that runs from right to left."""
    return f"\u200e{written}" if value < 0 and active_locale().text_direction == "rtl" else written


@lru_cache(maxsize=512)
def phone(stored: str) -> str:
    """A telephone number with the spaces people in Britain read it by; short numbers stay as they are."""
    if len(stored) <= 6:
        return stored
    try:
        parsed = phonenumbers.parse(stored, "GB")
    except phonenumbers.NumberParseException:
        return stored
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, style.NATIONAL if parsed.country_code == 44 else style.INTERNATIONAL)


def language(code: str) -> str:
    """The name of a spoken or signed language as the reader's own writes it within a sentence; else the code itself."""
    names = active_locale().languages
    known = names.get(_KNOWN_AS.get(code, code).replace("-", "_")) or names.get(code.split("-", maxsplit=1)[0])
    return known or (gettext(_NAMED_HERE[code]) if code in _NAMED_HERE else code)


def languages(codes: Iterable[str]) -> list[str]:
    """The names of several languages in the reader's own."""
    return [language(code) for code in codes]


def listed(items: Iterable[str]) -> Markup:
    """The items in one line as the language enumerates: "A, B and C"; marked-up items stay marked up."""
    return Markup(format_list([escape(item) for item in items], locale=active_locale()))  # noqa: S704  # escaped above


def phone_link(stored: str, *, is_text: bool = False) -> str:
    """The address by which a phone dials the number, or writes a text to it."""
    return ("sms:" if is_text else "tel:") + "".join(sign for sign in stored if sign.isdigit() or sign == "+")


def age(born_on: dt.date, on: dt.date) -> str:
    """A baby's age as practitioners say it: days for two weeks, weeks for half a year, then months."""
    lived = Age.of(born_on, on)
    if lived.days < 14:
        return ngettext("%(count)d day old", "%(count)d days old", lived.days) % {"count": lived.days}
    if lived.weeks < 26:
        return ngettext("%(count)d week old", "%(count)d weeks old", lived.weeks) % {"count": lived.weeks}
    months = whole_months(born_on, on)
    return ngettext("%(count)d month old", "%(count)d months old", months) % {"count": months}


def due(days_overdue: int) -> str:
    """How far off a due day is: overdue, today, or in so many days."""
    if days_overdue > 0:
        return ngettext("%(count)d day overdue", "%(count)d days overdue", days_overdue) % {"count": days_overdue}
    if days_overdue == 0:
        return gettext("due today")
    return ngettext("due in %(count)d day", "due in %(count)d days", -days_overdue) % {"count": -days_overdue}
