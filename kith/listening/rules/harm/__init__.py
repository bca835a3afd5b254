"""Words of harm: they move a story up in the list of those that wait to be read. They decide nothing else. Pure.

Every story is read by a person first. The lists are Kith's own (``*.toml`` beside this file): each line is a pattern,
whose pieces must all stand in one sentence, in any order, because languages and people order them differently. A piece
is one of several (``|``); ``stem*`` is the beginning of a word, ``*stem*`` a part of one, ``_`` a space between words
that follow each other, and ``{name}`` a group. Words are folded first: no case, no accents, one spelling of Arabic.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from kith.kernel.folding import folded
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES, interface_language

_SENTENCES = re.compile(r"[.!?;…\n।؟۔]+")
_GROUP = re.compile(r"\{(\w+)\}")
_LETTERS = {"Arab": re.compile(r"[\u0600-\u06ff]"), "Beng": re.compile(r"[\u0980-\u09ff]")}
_LETTERS["Guru"] = re.compile(r"[\u0a00-\u0a7f]")
Pattern = tuple[re.Pattern[str], ...]


def moves_up(text: str, language: str) -> bool:
    """Whether the text says, in words or without the word, that a person may come to harm.

    Looked for in the language of the page, in English, and in every language written in the letters that stand there.
    """
    patterns = [each for code in _languages(text, language) for each in patterns_of(code)]
    sentences = [folded(each) for each in _SENTENCES.split(text)]
    return any(all(piece.search(sentence) for piece in pattern) for sentence in sentences for pattern in patterns)


@cache
def patterns_of(language: str) -> tuple[Pattern, ...]:
    """The patterns of one of our languages."""
    read = tomllib.loads((files(__package__) / f"{language}.toml").read_text("utf-8"))
    groups: dict[str, str] = read.get("groups", {})
    lines = [line.strip() for line in read["patterns"].splitlines()]
    return tuple(
        tuple(_piece(_GROUP.sub(lambda name: groups[name[1]], piece)) for piece in line.split())
        for line in lines
        if line and not line.startswith("#")
    )


def _languages(text: str, language: str) -> list[str]:
    """The page's language and English, and those of other scripts whose letters stand in the text."""
    here = {interface_language(language).code, ENGLISH.code}
    scripts = {script for script, letters in _LETTERS.items() if letters.search(text)}
    return [each.code for each in INTERFACE_LANGUAGES if each.code in here or each.script in scripts]


def _piece(alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(_each(alternatives.split("|"))))


def _each(alternatives: Iterable[str]) -> Iterable[str]:
    for each in alternatives:
        stem = re.escape(folded(each.replace("_", " ")))
        begin = "" if each.startswith("*") else r"(?<!\S)"
        yield f"{begin}{stem}" + ("" if each.endswith("*") else r"(?!\S)")
