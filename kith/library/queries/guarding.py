"""What the guard of facts finds in a wording or a translation, shown to its approvers."""

from functools import cache
from pathlib import Path

from kith.library.rules.guard.facts import Facts, read_facts
from kith.library.rules.guard.finding import statement_faults
from kith.library.rules.guard.words import Words, read_words

FACTS = Path(__file__).resolve().parents[1] / "facts"


def against_facts(key: str, language: str, text: str, easy_text: str = "") -> tuple[str, ...]:
    """Each fact of danger that these words of the statement may change, in English; a warning, not a verdict."""
    found = statement_faults(key, text, easy_text, _facts(), _words(language))
    return tuple(dict.fromkeys(f"{each.fact}: {each.kind.value}: {each.detail}" for each in found))


@cache
def _facts() -> Facts:
    return read_facts("facts.toml", (FACTS / "facts.toml").read_text("utf-8"))


@cache
def _words(language: str) -> Words:
    return read_words(f"words/{language}.toml", (FACTS / "words" / f"{language}.toml").read_text("utf-8"))
