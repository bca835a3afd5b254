"""The helplines that come with Kith, read from files: facts once, and one file of words for each language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES

SHIPPED = Path(__file__).parent / "helplines"
OWNER = "Infant-feeding lead"
REVIEW_ON = date(2027, 3, 31)


@dataclass(frozen=True)
class ShippedHelpline:
    """A national helpline as its files give it; texts by language."""

    key: str
    name: str
    number: str
    way: str
    is_automatic: bool
    purpose: Mapping[str, str]
    hours: Mapping[str, str]
    source: str
    source_url: str
    stated_on: date


def shipped_helplines(folder: Path = SHIPPED) -> list[ShippedHelpline]:
    """The national helplines, in the order in which they are shown; ValueError says what is missing in which file."""
    words = {
        language.code: tomllib.loads(path.read_text("utf-8"))
        for language in INTERFACE_LANGUAGES
        if (path := folder / f"{language.code}.toml").exists()
    }
    lines = tomllib.loads((folder / "lines.toml").read_text("utf-8"))["line"]
    for line in lines:
        if "purpose" not in words[ENGLISH.code].get(line["key"], {}):
            raise ValueError(f"helplines/en.toml: {line['key']} has no purpose; add [{line['key']}] with one")
    return [
        ShippedHelpline(
            key=line["key"],
            name=line["name"],
            number=line["number"],
            way=line.get("way", "call"),
            is_automatic=line.get("automatic", False),
            purpose=_said(words, line["key"], "purpose"),
            hours=_said(words, line["key"], "hours"),
            source=line["source"],
            source_url=line["source_url"],
            stated_on=line["stated_on"],
        )
        for line in lines
    ]


def _said(words: Mapping[str, Mapping[str, Mapping[str, str]]], key: str, what: str) -> dict[str, str]:
    return {code: said for code, table in words.items() if (said := table.get(key, {}).get(what, ""))}
