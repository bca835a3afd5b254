"""Read the words of danger from their files, whole or refused with what to mend: one a language, and the signs."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kith.kernel.danger import Subject
from kith.kernel.folding import folded
from kith.library.rules.danger import NOT, STEM, DangerWords, Lexicon, Pattern, Rule
from kith.library.rules.spelling import Spelling

FOLDER = Path(__file__).resolve().parents[1] / "danger"
SIGNS = "signs"
SPOKEN_OF = "spoken of"
SETTINGS = frozenset({"sounds", "doubles", "vowels", "loose", "prefixes", "denials", "borrows", "everyday", "words"})
SURE_WORD = 4
SHORTEST_LOOSE = 3
NUMBERS = re.compile(r"\{(\d+)-(\d+)\}")
Spell = Callable[[str], list[str]]


class DangerFault(ValueError):
    """A file of words of danger cannot be read; the message says which file and entry, and what to do."""


def load_danger_words(folder: Path = FOLDER) -> DangerWords:
    """The words of danger in this folder; call once and keep. DangerFault where a file is missing or wrong."""
    return read_danger_words({path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.toml"))})


def read_danger_words(files: Mapping[str, str]) -> DangerWords:
    """The words in these files, by language; the signs stand in the file ``signs``."""
    if SIGNS not in files:
        raise DangerFault(f"there is no {SIGNS}.toml: put it beside the languages, with a [[sign]] for each danger")
    signs = _Signs(_table(SIGNS, files[SIGNS]))
    languages = {code: _Language(code, _table(code, text), signs) for code, text in files.items() if code != SIGNS}
    if not languages:
        raise DangerFault("there is no language: put files like en.toml beside signs.toml")
    for language in languages.values():
        language.check_borrowed(languages)
    return DangerWords(
        lexicons={code: language.lexicon(languages) for code, language in languages.items()},
        rules=signs.rules,
        rules_by_bit=signs.by_bit(),
        born=signs.bits["born"],
        pregnant=signs.bits["pregnant"],
    )


def _table(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise DangerFault(f"{name}.toml: not TOML: {fault}; mend that line") from fault


@dataclass
class _Signs:
    """The rules, and the bit of each thing that they speak of."""

    table: dict[str, Any]
    bits: dict[str, int] = field(default_factory=lambda: {"not": NOT, "born": 2, "pregnant": 4})
    rules: list[Rule] = field(default_factory=list)

    def __post_init__(self) -> None:
        for number, sign in enumerate(self._listed(), 1):
            where = f"signs.toml: sign {number} ({sign.get('name', 'without a name')})"
            subject = _subject(where, sign.get("subject"))
            for line in _strings(where, "any", sign.get("any")):
                self._add(where, line, subject)

    def _listed(self) -> list[dict[str, Any]]:
        signs = self.table.get("sign")
        if not isinstance(signs, list) or not signs:
            raise DangerFault("signs.toml: there is no [[sign]]; write one for each danger")
        return signs

    def _add(self, where: str, line: str, subject: Subject | None) -> None:
        needs = unless = 0
        for thing in line.split():
            bit = self.bits.setdefault(thing.removeprefix("!"), 1 << len(self.bits))
            needs, unless = (needs, unless | bit) if thing.startswith("!") else (needs | bit, unless)
        if not needs:
            raise DangerFault(f"{where}: {line!r} names nothing that has to be said; name a thing without '!'")
        self.rules.append(Rule(needs, unless, subject))

    def by_bit(self) -> dict[int, list[int]]:
        """The numbers of the rules by one thing each needs: the one that fewest rules need."""
        uses = {bit: sum(1 for rule in self.rules if rule.needs & bit) for bit in self.bits.values()}
        found: dict[int, list[int]] = {}
        for number, rule in enumerate(self.rules):
            rarest = min((bit for bit in uses if rule.needs & bit), key=lambda bit: uses[bit])
            found.setdefault(rarest, []).append(number)
        return found


@dataclass
class _Language:
    """One language's file."""

    code: str
    table: dict[str, Any]
    signs: _Signs

    def __post_init__(self) -> None:
        if unknown := sorted(set(self.table) - SETTINGS):
            raise DangerFault(f"{self.where}: {unknown[0]!r} is not known; take it out, or write words under [words]")
        self.borrows = tuple(_strings(self.where, "borrows", self.table.get("borrows", [])))
        self.everyday = frozenset(folded(self._text("everyday")).split())
        self.loose = self._flag("loose", usual=False)
        words = self.table.get("words")
        if not isinstance(words, dict) or not words:
            raise DangerFault(f"{self.where}: there are no [words]; write the words of danger of this language")
        self.words: dict[str, object] = words
        self.single = frozenset(_single(self.words))
        self.spelling = Spelling(
            sounds=self._pairs("sounds"),
            doubles=self._flag("doubles"),
            vowels=self._flag("vowels"),
            prefixes=tuple(_strings(self.where, "prefixes", self.table.get("prefixes", []))),
            denials=self._pairs("denials"),
        )

    @property
    def where(self) -> str:
        return f"{self.code}.toml"

    def check_borrowed(self, languages: Mapping[str, "_Language"]) -> None:
        for other in self.borrows:
            if other not in languages:
                raise DangerFault(f"{self.where}: borrows {other!r}, but there is no {other}.toml; take it out")

    def lexicon(self, languages: Mapping[str, "_Language"]) -> Lexicon:
        said: dict[tuple[str, ...], int] = {}
        spell = cache(self._spelt)  # most words come again in other entries
        for source, things in ((self.where, self.words), ("signs.toml", self.signs.table.get("common", {}))):
            for thing, text in things.items():
                for written in self._written(f"{source}: {thing}", thing, text, spell):
                    said[written] = said.get(written, 0) | self.signs.bits[thing]
        patterns = [Pattern(each[0], each[1:], bits) for each, bits in said.items()]
        return Lexicon(self.spelling, patterns, self.borrows, self.everyday | self._foreign(languages))

    def _foreign(self, languages: Mapping[str, "_Language"]) -> frozenset[str]:
        """Words of the languages borrowed from, which must not sound like words of this one (pain, pin)."""
        lenders = [languages[code] for code in self.borrows if languages[code].spelling != self.spelling]
        foreign = {word for each in lenders for word in (*each.everyday, *each.single) if len(word) >= SURE_WORD}
        stems = tuple(word.removesuffix(STEM) for word in self.single if word.endswith(STEM))
        return frozenset(
            word
            for word in foreign
            if word not in self.single and not word.endswith(STEM) and not word.startswith(stems)
        )

    def _written(self, where: str, thing: str, text: object, spell: Spell) -> Iterator[tuple[str, ...]]:
        if thing not in self.signs.bits:
            raise DangerFault(f"{where} is in no sign; take it out, or name it in a sign of signs.toml")
        if not isinstance(text, str):
            raise DangerFault(f'{where} has to be words between quotes with commas, like "wake, woke*"')
        for entry in filter(None, map(str.strip, text.split(","))):
            for each in _numbered(entry):
                yield self._pattern(where, each, spell)

    def _spelt(self, word: str) -> list[str]:
        return [self.spelling.plain(each) for each in folded(word).split()]

    def _pattern(self, where: str, entry: str, spell: Spell) -> tuple[str, ...]:
        found: list[str] = []
        for word in entry.split():
            spelt = spell(word.removesuffix(STEM))
            if not spelt or STEM in word[:-1]:
                raise DangerFault(
                    f"{where}: {word!r} in {entry!r} is no word; write letters, with one * only at the end"
                )
            found += [*spelt[:-1], spelt[-1] + STEM * word.endswith(STEM)]
        if self.loose and len(found) > 1 and len(found[-1]) >= SHORTEST_LOOSE and not found[-1].endswith(STEM):
            found[-1] += STEM
        if len(found[0]) < 3 and found[0].endswith(STEM):
            raise DangerFault(f"{where}: {entry!r} begins with too few letters; write at least two before the *")
        return tuple(found)

    def _text(self, name: str) -> str:
        value = self.table.get(name, "")
        if not isinstance(value, str):
            raise DangerFault(f'{self.where}: {name} has to be words between quotes, like "latch bottle"')
        return value

    def _flag(self, name: str, *, usual: bool = True) -> bool:
        value = self.table.get(name, usual)
        if not isinstance(value, bool):
            raise DangerFault(f"{self.where}: {name} has to be true or false, not {value!r}")
        return value

    def _pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        pairs = self.table.get(name, [])
        if not isinstance(pairs, list) or not all(_is_pair(pair) for pair in pairs):
            raise DangerFault(f'{self.where}: {name} has to be pairs, like [["ee", "i"]]')
        return tuple((one, other) for one, other in pairs)


def _single(words: Mapping[str, object]) -> Iterator[str]:
    """The words that stand alone, folded, with the * of those that are beginnings."""
    for text in words.values():
        for word in str(text).split(","):
            if " " not in word.strip():
                yield folded(word) + STEM * word.endswith(STEM)


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(each, str) for each in pair)


def _subject(where: str, written: object) -> Subject | None:
    if written == SPOKEN_OF:
        return None
    try:
        return Subject(str(written))
    except ValueError:
        raise DangerFault(f"{where}: subject {written!r}; write one of {', '.join(Subject)} or {SPOKEN_OF!r}") from None


def _strings(where: str, name: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise DangerFault(f'{where}: {name} has to be a list of words between quotes, like ["fever"]')
    return value


def _numbered(entry: str) -> Iterator[str]:
    """The entry, once for each number where it says {14-42}."""
    if not (span := NUMBERS.search(entry)):
        yield entry
        return
    for number in range(int(span[1]), int(span[2]) + 1):
        yield entry.replace(span[0], str(number), 1)
