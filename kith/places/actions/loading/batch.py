"""What the loaders share: which files, which place, and rows collected until all of them are known to be good."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kith.imports.registry import ImportReport
from kith.imports.rows import BadRows, Faults
from kith.places.chosen import this_place as this_place
from kith.places.facts.shape import PlaceFacts
from kith.places.models import Area, Level
from kith.platform import audit
from kith.platform.access.viewer import system_actor

AREA_CODE = re.compile(r"[EWSNKLM]\d{8}")
LONGEST_NAME = 120
Key = tuple[Any, ...]


@dataclass
class Batch:
    """Good rows of one table by their key, each remembered with the row it stood in."""

    rows: dict[Key, tuple[Any, ...]] = field(default_factory=dict)
    numbers: dict[Key, int] = field(default_factory=dict)

    def add(self, faults: Faults, number: int, key: Key, rest: tuple[Any, ...]) -> None:
        """Keep a row; the same row twice is one, two different rows with one key are a fault."""
        if self.rows.get(key, rest) != rest and key in self.numbers:
            faults.add(number, f"{key[0]} stands in {faults.unit} {self.numbers[key]} already, with other values")
            return
        self.rows[key] = rest
        self.numbers[key] = number

    def start_file(self) -> None:
        """Forget row numbers: another file may say the same of an area, or say it anew."""
        self.numbers.clear()

    def tuples(self) -> Iterator[tuple[Any, ...]]:
        """Every row as one tuple, key first."""
        return (key + rest for key, rest in self.rows.items())


@dataclass
class AreasFound:
    """All that is known of this place's areas: what was loaded before, and what the files say."""

    place: PlaceFacts
    areas: dict[tuple[str, str], dict[str, Any]]
    said: set[tuple[str, str]] = field(default_factory=set)
    changes: Batch = field(default_factory=Batch)
    notes: list[str] = field(default_factory=list)

    def say(self, code: str, level: Level, **facts: Any) -> None:
        """Add facts to an area, known or new."""
        new = {"code": code, "level": level.value, "authority_code": self.place.authority_code}
        self.areas.setdefault((level.value, code), new).update(facts)
        self.said.add((level.value, code))

    def counts(self) -> dict[str, int]:
        """How many areas of each level the files spoke of, and how many changes."""
        levels = [level for level, _ in self.said]
        counts = {level.value: levels.count(level.value) for level in Level if level.value in levels}
        return counts | ({"changes since 2011": len(self.changes.rows)} if self.changes.rows else {})


def known_codes(level: Level) -> frozenset[str]:
    """The codes of all areas of one level that are loaded."""
    return frozenset(Area.objects.filter(level=level).values_list("code", flat=True))


def files_at(path: Path, suffixes: Sequence[str]) -> list[Path]:
    """The file, or the files of the folder that can be read, in order of their names; BadRows where there is none."""
    if path.is_dir():
        files = sorted(each for each in path.iterdir() if each.suffix.lower() in suffixes and each.is_file())
        if not files:
            raise BadRows(path, [f"this folder holds no file ending in {' or '.join(suffixes)}"])
        return files
    if not path.is_file():
        raise BadRows(path, ["there is no such file"])
    return [path]


def code_of(faults: Faults, number: int, text: str, what: str) -> str:
    """The area code, or nothing once a fault is noted."""
    if AREA_CODE.fullmatch(text):
        return text
    faults.add(number, f"{what} {shown(text)} is not an area code like E01016710")
    return ""


def is_name(faults: Faults, number: int, text: str) -> bool:
    """Whether this can be a name; a fault is noted where it cannot."""
    if text and text.isprintable() and len(text) <= LONGEST_NAME:
        return True
    faults.add(number, f"name {shown(text)} is not a name")
    return False


def whole_number(faults: Faults, number: int, text: str, what: str, *, least: int = 0, most: int) -> int | None:
    """The number, or None once a fault is noted."""
    plain = text.replace(",", "").removesuffix(".0")
    if re.fullmatch(r"[0-9]{1,9}", plain) and least <= int(plain) <= most:
        return int(plain)
    faults.add(number, f"{what} {shown(text)} is not {least} to {most}")
    return None


def decimal(text: str) -> float | None:
    """The number, or None where the text is none or not finite."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def shown(text: object) -> str:
    """What stood there, short enough for a message."""
    said = str(text)
    return f'"{said[:40]}…"' if len(said) > 40 else f'"{said}"'


def report(path: Path, counts: dict[str, int], notes: Sequence[str] = ()) -> ImportReport:
    """The report, refused where nothing in the files was about this place; the audit keeps its counts."""
    place = this_place()
    if not any(counts.values()):
        words = f"nothing here is about {place.name} ({place.area_code})"
        raise BadRows(path, [words, *notes])
    audit.record(system_actor("import"), "places.file_loaded", Area(), row_counts=counts)
    return ImportReport(counts, tuple(notes))
