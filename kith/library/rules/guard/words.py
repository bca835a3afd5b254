"""The key words of one language, by which the guard finds the facts in its texts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kith.kernel.folding import folded
from kith.library.rules.guard.facts import (
    CONCEPT,
    GuardFault,
    Number,
    counts,
    entry,
    read_number,
    read_toml,
    texts,
)

Pattern = re.Pattern[str]


@dataclass(frozen=True, eq=False)
class Words:
    """What one language calls the concepts, units and "not" of the facts; no ``checked_by`` means a machine did."""

    language: str
    checked_by: str
    negation: Pattern
    minus: Pattern | None
    units: Mapping[str, Pattern]
    spelt: Mapping[Number, Pattern]
    concepts: Mapping[str, Pattern]
    as_written: Mapping[str, tuple[str, ...]]
    opposites: tuple[tuple[str, str], ...]
    negations: Mapping[str, int]
    sentences: Mapping[str, int]
    numbers: Mapping[str, tuple[Number, ...]]

    def negations_of(self, fact_id: str, default: int) -> int:
        """How many "not" this language needs where English needs the default."""
        return self.negations.get(fact_id, default)


def read_words(name: str, content: str) -> Words:
    """The words in this file (named ``<language>.toml``); GuardFault where anything is missing or misspelt."""
    table = read_toml(name, content)
    not_words, minus = texts(name, table, "not"), texts(name, table, "minus")
    if not not_words:
        raise GuardFault(f'{name}: not is missing; add the words for "not" and "no", like not = ["nie", "bez"]')
    units, concepts = _lists(name, table, "units"), _lists(name, table, "concepts")
    spelt = _lists(name, table, "spelt")
    return Words(
        language=name.rpartition("/")[2].removesuffix(".toml"),
        checked_by=str(entry(name, table, "checked_by")),
        negation=_pattern(f"{name}: not", not_words),
        minus=_pattern(f"{name}: minus", minus) if minus else None,
        units={unit: _pattern(f"{name}: units.{unit}", each) for unit, each in units.items()},
        spelt={
            read_number(f"{name}: spelt", number): _pattern(f"{name}: spelt.{number!r}", each)
            for number, each in spelt.items()
        },
        concepts={key: _pattern(f"{name}: concepts.{key}", each) for key, each in concepts.items()},
        as_written={"not": not_words, **units, **concepts},
        opposites=_pairs(name, table),
        negations=counts(f"{name}: negations", table.get("negations", {})),
        sentences=counts(f"{name}: sentences", table.get("sentences", {})),
        numbers={
            fact: tuple(read_number(f"{name}: numbers.{fact}", number) for number in each)
            for fact, each in _lists(name, table, "numbers").items()
        },
    )


def bare(written: str) -> str:
    """The word as it is put into a sentence: without its star."""
    return written.replace("*", "")


def _lists(name: str, table: Mapping[str, Any], heading: str) -> Mapping[str, tuple[str, ...]]:
    lists = table.get(heading, {})
    if not isinstance(lists, dict):
        raise GuardFault(f"{name}: [{heading}] is {lists!r}; write a heading with lists of words under it")
    is_named = heading in ("units", "concepts")
    if is_named and (wrong := [key for key in lists if not re.match(CONCEPT, key)]):
        raise GuardFault(f"{name}: [{heading}] {wrong[0]!r} is no concept; write it as facts.toml does")
    return {key: texts(f"{name}: [{heading}]", lists, key) for key in lists if lists[key]}


def _pairs(name: str, table: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    pairs = table.get("opposites", [])
    if any(not isinstance(pair, list) or len(pair) != 2 or not all(isinstance(w, str) for w in pair) for pair in pairs):
        raise GuardFault(f'{name}: opposites has to be a list of pairs, like opposites = [["back", "front"]]')
    return tuple((first, second) for first, second in pairs)


def _pattern(where: str, written: Iterable[str]) -> Pattern:
    """One pattern for all alternatives, the longest first; it is looked for in folded words between blanks."""
    alternatives = sorted((_phrase(where, each) for each in written), key=len, reverse=True)
    return re.compile(rf"(?<= )(?:{'|'.join(alternatives)})(?= )")


def _phrase(where: str, written: str) -> str:
    """A phrase whose words stand side by side; a star is for more letters before or after."""
    tokens = [token for word in written.split() for token in _word(word)]
    if not any(token.replace("[^ ]*", "") for token in tokens):
        raise GuardFault(f"{where}: {written!r} has no letters; write a word, with a * where more letters may follow")
    return " ".join(tokens)


def _word(written: str) -> list[str]:
    if any(sign in written for sign in "%°") or written.isdigit():
        return [re.escape(written.casefold())]
    tokens = [re.escape(token) for token in folded(bare(written)).split()]
    if tokens and written.startswith("*"):
        tokens[0] = f"[^ ]*{tokens[0]}"
    if tokens and written.endswith("*"):
        tokens[-1] = f"{tokens[-1]}[^ ]*"
    return tokens
