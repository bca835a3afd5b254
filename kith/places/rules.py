"""How a typed name finds its area, and what a database may be: real or a demonstration. Without a database."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum

SHORTEST_PART = 4
CLOSE_ENOUGH = 0.8
WORTH_ASKING = 0.6
MOST_ASKED = 3


class PlaceKind(StrEnum):
    """What a database is, from its first row to its last: it never changes."""

    REAL = "real"
    DEMONSTRATION = "demonstration"


MIXED = {
    PlaceKind.REAL: (
        "This database holds a real place, and KITH_DEMONSTRATION is on: anybody could sign in as anybody. "
        "Unset KITH_DEMONSTRATION, or name another database in DATABASE_URL for the demonstration."
    ),
    PlaceKind.DEMONSTRATION: (
        "This database holds the demonstration, and KITH_DEMONSTRATION is off: invented people would stand beside real "
        "ones. Name an empty database in DATABASE_URL, or take the demonstration away: "
        "kith place remove-demonstration"
    ),
}


def mixed(kind: PlaceKind | None, *, is_demonstration: bool) -> str:
    """Why this database must not be used with this setting, and what to do; empty where the two agree."""
    if kind is None or (kind is PlaceKind.DEMONSTRATION) == is_demonstration:
        return ""
    return MIXED[kind]


def plain(name: str) -> str:
    """The name as it compares: lower case, "&" as "and", "Saint" as "st", no punctuation."""
    words = re.sub(r"[^\w\s&]", "", name.casefold()).replace("&", " and ").split()
    return " ".join("st" if word == "saint" else word for word in words)


def best_match(text: str, names: Mapping[str, str]) -> str | None:
    """The code whose name fits the text best (code → name): the same, the beginning, a part, or a slip of a letter."""
    wanted = plain(text)
    if not wanted:
        return None
    known = {code: plain(name) for code, name in names.items()}
    for fits in (_same, _same_part, _begins, _holds):
        found = [code for code, name in known.items() if fits(wanted, name)]
        if found:
            return min(found, key=lambda code: (len(known[code]), known[code]))
    parts = {part: code for code, name in known.items() for part in (name, *name.split(" and "))}
    close = get_close_matches(wanted, parts, n=1, cutoff=CLOSE_ENOUGH)
    return parts[close[0]] if close else None


def _same(wanted: str, name: str) -> bool:
    return name == wanted


def _same_part(wanted: str, name: str) -> bool:
    return wanted in name.split(" and ")


def _begins(wanted: str, name: str) -> bool:
    return len(wanted) >= SHORTEST_PART - 1 and name.startswith(wanted)


def _holds(wanted: str, name: str) -> bool:
    return len(wanted) >= SHORTEST_PART and wanted in name


def near_misses(text: str, names: Iterable[str]) -> list[str]:
    """The few names that a visitor who typed this may have meant, the likeliest first."""
    known = {plain(name): name for name in names}
    wanted = plain(text)
    first_half = wanted.split(" ", maxsplit=1)[0]
    close = [
        *get_close_matches(wanted, known, n=MOST_ASKED, cutoff=WORTH_ASKING),
        *get_close_matches(first_half, known, n=MOST_ASKED, cutoff=WORTH_ASKING),
    ]
    return [known[name] for name in dict.fromkeys(close)][:MOST_ASKED]
