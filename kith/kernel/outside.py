"""Texts, days and addresses as others send them to us: what Pydantic alone lets pass is refused in words."""

import re
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, WithJsonSchema

_DAY_FIRST = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_EMAIL = re.compile(r"[^@\s\x00]+@[^@\s\x00]+\.[^@\s\x00.]+")


def _web(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise ValueError("is not a web address") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s\x00]", text):
        raise ValueError("is not a web address: it begins with https:// and holds no spaces")
    return text


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise ValueError("is not an e-mail address, like name@example.org")
    return text


def _plain(text: str) -> str:
    if "\x00" in text:
        raise ValueError("holds a character that no text has (NUL)")
    return text


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return text


def _day(value: object) -> object:
    if not _begins_with_a_day(value):
        raise ValueError("is not a day: write year, month and day like 2026-11-30")
    # Some feeds write an instant where the standard has a day.
    return value[:10] if isinstance(value, str) else value


def _instant(value: object) -> object:
    if not _begins_with_a_day(value):
        raise ValueError("is not a date and time: write it like 2026-11-30T14:05:00Z")
    return value


def _begins_with_a_day(value: object) -> bool:
    # Pydantic reads "2026" and 20261130 as seconds, and so as days of the 1970s.
    return isinstance(value, date) or (isinstance(value, str) and bool(_DAY_FIRST.match(value)))


Text = Annotated[str, AfterValidator(_plain)]
Said = Annotated[str, AfterValidator(_plain), AfterValidator(_said)]
Web = Annotated[str, AfterValidator(_web), WithJsonSchema({"type": "string", "format": "uri"})]
Email = Annotated[str, AfterValidator(_email), WithJsonSchema({"type": "string", "format": "email"})]
Instant = Annotated[AwareDatetime, BeforeValidator(_instant)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
