"""The official codes of England's local authorities, past and present, and of its counties.

Source: Office for National Statistics, local authority districts, counties and unitary authorities (codes and names;
centre points reckoned from the boundaries of December 2023). Open Government Licence v3.0.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("authorities.csv")
COUNTY = "E10"


@dataclass(frozen=True)
class Authority:
    """A local authority or county; ``now`` is the code that took its place, ``upper`` the county it lies in."""

    code: str
    name: str
    now: str
    upper: str
    lon: float
    lat: float


class UnknownArea(LookupError):
    """A code that is none of a present authority's; the text says what to write instead."""


@cache
def authorities() -> dict[str, Authority]:
    """Every authority by its code."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = [
            Authority(row["code"], row["name"], row["now"], row["upper"], float(row["lon"]), float(row["lat"]))
            for row in csv.DictReader(file)
        ]
    return {row.code: row for row in rows}


def present(code: str) -> tuple[Authority, ...]:
    """The authority of this code, or all districts of this county; UnknownArea where there is none today."""
    known = authorities()
    found = known.get(code.strip().upper())
    if found is None:
        raise UnknownArea(f"{code!r} is no code of an English authority{_meant(code)}")
    if found.now:
        after = known[found.now]
        raise UnknownArea(f"{code} ({found.name}) has ended: write {after.code} ({after.name})")
    if found.code.startswith(COUNTY):
        return tuple(each for each in known.values() if each.upper == found.code and not each.now)
    return (found,)


def all_present(codes: Iterable[str]) -> tuple[Authority, ...]:
    """The authorities of all these codes, each once, in order."""
    return tuple(dict.fromkeys(each for code in codes for each in present(code)))


def _meant(typed: str) -> str:
    names = {each.name.casefold(): each for each in authorities().values() if not each.now}
    close = get_close_matches(typed.strip().casefold(), names, n=1, cutoff=0.7)
    if close:
        return f": {names[close[0]].name} is {names[close[0]].code}"
    return ": look it up in the Code History Database of the Office for National Statistics, for example E06000042"
