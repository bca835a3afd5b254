"""Postcodes as people type them, made regular."""

import re
from dataclasses import dataclass

_FULL = re.compile(r"^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$")
_OUTWARD = re.compile(r"^[A-Z]{1,2}\d[A-Z\d]?$")


@dataclass(frozen=True)
class Postcode:
    """A full postcode ("MK9 3EJ") or the first half of one ("MK9")."""

    outward: str
    inward: str = ""

    @property
    def text(self) -> str:
        """The usual spelling, with one space."""
        return f"{self.outward} {self.inward}".strip()

    @property
    def is_full(self) -> bool:
        """Whether both halves are known."""
        return bool(self.inward)

    def __str__(self) -> str:
        return self.text


def parse(text: str) -> Postcode:
    """Read a postcode, mending case, spaces and O/0, I/1 slips; ValueError says what is wrong."""
    squeezed = re.sub(r"[^A-Za-z0-9]", "", text).upper()
    if not squeezed:
        raise ValueError("postcode: nothing to read")
    for candidate in (squeezed, _mend(squeezed)):
        if match := _FULL.match(candidate):
            return Postcode(match[1], match[2])
        if _OUTWARD.match(candidate):
            return Postcode(candidate)
    raise ValueError(f"postcode: {text.strip()!r} does not look like one (try the first half, for example MK9)")


def looks_like_one(text: str) -> bool:
    """Whether the text can be read as a postcode or its first half."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _mend(squeezed: str) -> str:
    """Put digits where only digits can stand and letters where only letters can."""
    if len(squeezed) < 5:
        return squeezed
    outward, inward = squeezed[:-3], squeezed[-3:]
    to_digit = str.maketrans("OIL", "011")
    to_letter = str.maketrans("01", "OI")
    area = re.match(r"^[A-Z01]{1,2}?(?=[\dOIL])", outward)
    head = area[0] if area else outward[:1]
    mended = head.translate(to_letter) + outward[len(head) :].translate(to_digit)
    return mended + inward[0].translate(to_digit) + inward[1:].translate(to_letter)
