"""One box for everything: names, days, a telephone number, a postcode, an NHS number or a card, however typed."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from kith.families.rules.finding import Sought
from kith.kernel import nhs_number, phone, postcode
from kith.kernel.refusal import Refusal

LONGEST = 120
SHORTEST_NAME = 2
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CARD = re.compile(r"(?:^|/card/)([A-Za-z0-9_-]{43})/?$")
_YEAR_FIRST = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})\b|\b(\d{1,2}) (\d{1,2}) (\d{4})\b")
_BY_NAME = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z0-9]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
_FIRST_HALF = re.compile(r"\b[A-Z]{1,2}\d[A-Z0-9]?\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:tel(?:ephone)?\W*)?\+?[\d\s().-]{7,}\d", re.IGNORECASE)


def sought_by(text: str, *, today: date) -> Sought:
    """What to look for; raises Refusal where so little is typed that nearly every family fits."""
    typed = _with_plain_digits(text).strip()[:LONGEST]
    if card := _CARD.search(typed):
        return Sought(card=card[1])
    days = tuple(dict.fromkeys(_days(typed, today)))
    rest = _BY_NAME.sub(" ", _DAY_FIRST.sub(" ", _YEAR_FIRST.sub(" ", typed))) if days else typed
    number = _NUMBER.search(rest)
    called, nhs = (_phone(number[0]), _nhs(number[0])) if number else ("", "")
    home = _POSTCODE.search(rest) or _FIRST_HALF.search(rest)
    for found in (number, home):
        rest = rest.replace(found[0], " ") if found else rest
    name = " ".join("".join(sign if _is_of_a_name(sign) else " " for sign in rest).split())
    sought = Sought(name, days, called, _postcode(home[0]) if home else "", nhs)
    if refusal := _too_little(sought):
        raise refusal
    return sought


def _too_little(sought: Sought) -> Refusal | None:
    """One letter, a sign that stands for all, or half a postcode without a name: each fits far too many."""
    if sought.card or sought.phone or sought.nhs_number or sought.days or " " in sought.postcode:
        return None
    letters = sum(sign.isalpha() for sign in sought.name)
    if letters >= SHORTEST_NAME:
        return None
    return Refusal("half_a_postcode" if sought.postcode else "too_little_to_find_by")


def _is_of_a_name(sign: str) -> bool:
    """Letters of any alphabet, with the signs upon them."""
    return sign in "'’-" or unicodedata.category(sign)[0] in "LM"


def _with_plain_digits(text: str) -> str:
    """A telephone set to Arabic or Bengali types digits of its own."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text.replace("\0", ""))


def _days(text: str, today: date) -> Iterator[date]:
    for year, month, day in _YEAR_FIRST.findall(text):
        yield from _day(year, month, day, today)
    for found in _DAY_FIRST.findall(text):
        day, month, year = found[:3] if found[0] else found[3:]
        yield from _day(year, month, day, today)
    for day, name, year in _BY_NAME.findall(text):
        if name.lower() in _MONTHS:
            yield from _day(year, str(_MONTHS.index(name.lower()) + 1), day, today)


def _day(year: str, month: str, day: str, today: date) -> Iterator[date]:
    """The day, if there is one; two digits of a year are of the hundred years that end this year."""
    full = int(year)
    if len(year) == 2:
        full += today.year // 100 * 100 - (100 if full > today.year % 100 else 0)
    with suppress(ValueError):
        yield date(full, int(month), int(day))


def _phone(text: str) -> str:
    try:
        return phone.parse(text)
    except ValueError:
        return ""


def _nhs(text: str) -> str:
    try:
        return nhs_number.parse(text)
    except ValueError:
        return ""


def _postcode(text: str) -> str:
    try:
        return postcode.parse(text).text
    except ValueError:
        return ""
