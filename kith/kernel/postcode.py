"""Postcodes as people type them, made regular."""

import re
import unicodedata
from dataclasses import dataclass

# I, L, O, Q and Z never stand behind the first digit, so there they are slips for 1 and 0 (BS 7666).
_FULL = re.compile(r"^([A-Z]{1,2}[0-9][A-HJKMNPR-Y0-9]?)([0-9][A-Z]{2})$")
_OUTWARD = re.compile(r"^[A-Z]{1,2}[0-9][A-HJKMNPR-Y0-9]?$")
_TO_DIGIT = str.maketrans("OIL", "011")
_TO_LETTER = str.maketrans("01", "OI")


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
    """Read a postcode, mending case, spaces, O/0 and I/1 slips and Arabic digits; ValueError says what is wrong."""
    squeezed = re.sub(r"[^A-Z0-9]", "", "".join(map(_plain, text)).upper())
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


def _plain(sign: str) -> str:
    """The sign itself, or the Latin digit for a digit of another script (a phone set to Arabic types ٩ for 9)."""
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


def _mend(squeezed: str) -> str:
    """Put digits where only digits can stand and letters where only letters can."""
    if len(squeezed) < 5:
        return _mend_outward(squeezed)
    outward, inward = squeezed[:-3], squeezed[-3:]
    return _mend_outward(outward) + inward[0].translate(_TO_DIGIT) + inward[1:].translate(_TO_LETTER)


def _mend_outward(outward: str) -> str:
    area = re.match(r"^[A-Z01]{1,2}?(?=[0-9OIL])", outward)
    head = area[0] if area else outward[:1]
    return head.translate(_TO_LETTER) + outward[len(head) :].translate(_TO_DIGIT)
