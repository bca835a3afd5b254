"""For translators: ``python -m kith.library.tests.guard ro`` lists the facts not found in the words of a language.

``--skeleton`` prints an empty file of key words to begin with, the English words as comments; ``--pairs`` prints for
each concept without words a sentence that says it, in English and in the language.
"""

import argparse
import sys
from collections.abc import Iterator

from kith.library.rules.guard.facts import Fact, GuardFault
from kith.library.rules.guard.finding import Shown, carrying, faults
from kith.library.rules.guard.reading import parted
from kith.library.rules.guard.words import Words
from kith.library.tests.guard.editing import text_at
from kith.library.tests.guard.shown import FACTS, LANGUAGES, facts, shown, words

HEAD = """# The key words of {language}: by these the guard finds the facts of danger in what parents read.
#
# How to check this file: read each list and ask, "Would a text in my language that says this use one of these words?"
#   - small and capital letters, accents and vowel signs do not matter
#   - a word counts only when it stands whole; a star is for more letters: "breath*" finds breath, breathe, breathing
#   - two words or more ("day or night") count when they stand side by side
#   - any one word of a list is enough; after each # stands the English
# Write your name into checked_by when you have read it all. As long as it is empty, only a machine wrote it.
checked_by = ""

# Every word that turns a sentence into its contrary ({negations}). The guard counts them.
not = []
# What stands before a number to say "below zero", if it is a word.
minus = []

# Pairs that turn a fact into its contrary, as they stand in the texts. Only the test uses them: it puts one for the
# other and must be caught. English has: {opposites}
opposites = []

# A number that is written as a word together with its unit: "2 week" = ["…"]
[spelt]

# For single facts, where this language differs from English: how many "not" (also "easy <statement>" for easy words),
# over how many neighbouring sentences the fact is spread, which numbers stand.
[negations]

[sentences]

[numbers]
"""


def main() -> int:
    """Print what is asked for; 1 while a fact is not found."""
    parser = argparse.ArgumentParser(prog="python -m kith.library.tests.guard", description=__doc__)
    parser.add_argument("language", help="code of the language, such as ro")
    parser.add_argument("--skeleton", action="store_true", help="print an empty file of key words")
    parser.add_argument("--pairs", action="store_true", help="print sentences for each concept without words")
    asked = parser.parse_args()
    if asked.skeleton or asked.pairs:
        print("\n".join((_skeleton if asked.skeleton else _pairs)(asked.language)))
        return 0
    if asked.language not in LANGUAGES:
        print(f"There is no {FACTS / 'words' / asked.language}.toml yet; begin it with --skeleton.")
        return 1
    try:
        lines = list(_report(asked.language))
    except GuardFault as fault:
        print(fault)
        return 1
    print("\n".join(lines) or f"{asked.language}: every fact is found.")
    return 1 if lines else 0


def _skeleton(language: str) -> Iterator[str]:
    english = words("en")
    yield HEAD.format(
        language=language,
        negations=", ".join(english.as_written["not"]),
        opposites=", ".join("/".join(pair) for pair in english.opposites),
    )
    for heading, keys in (("units", facts().units), ("concepts", facts().concepts)):
        yield f"[{heading}]"
        yield from (f"{key} = []  # {', '.join(english.as_written.get(key, ()))}" for key in keys)
        yield ""


def _pairs(language: str) -> Iterator[str]:
    """For each concept without words: its English words, and sentences that say it side by side."""
    known = words(language).concepts if language in LANGUAGES else {}
    for concept in facts().concepts:
        if concept in known:
            continue
        yield f"{concept}  ({', '.join(words('en').as_written[concept])})"
        saying = [fact for fact in facts().facts if concept in fact.says]
        for fact in saying[:2]:
            yield f"    en: {_carried(fact, shown('en'), words('en'))}"
            yield f"    {language}: {_alike(fact, language)}"
        if not saying:
            yield "    must never be said in " + ", ".join(fact.id for fact in facts().facts if concept in fact.never)


def _carried(fact: Fact, said: Shown, its: Words) -> str:
    return " ".join(sentence.written for sentence in carrying(fact, text_at(said, fact), its))


def _alike(fact: Fact, language: str) -> str:
    """The sentence of this language in the place of the English one; the whole text where their counts differ."""
    english, ours = (parted(text_at(shown(each), fact)) for each in ("en", language))
    carried = _carried(fact, shown("en"), words("en"))
    at = next((at for at, each in enumerate(english) if carried.startswith(each)), 0)
    return ours[at] if len(ours) == len(english) and fact.sentences == 1 else " ".join(ours)


def _report(language: str) -> Iterator[str]:
    """Each fact with its faults, its English sentence and its sentence in this language."""
    ours, here, english, theirs = shown(language), words(language), shown("en"), words("en")
    by_fact: dict[str, list[str]] = {}
    for fault in faults(ours, facts(), here):
        by_fact.setdefault(fault.fact, []).append(f"    {fault.kind}: {fault.detail}")
    for fact in facts().facts:
        if fact.id in by_fact:
            yield fact.id
            yield from dict.fromkeys(by_fact[fact.id])
            yield f"    en: {_sentence(fact, english, theirs)}"
            if language != "en":
                yield f"    {language}: {_sentence(fact, ours, here)}"
    if by_fact:
        yield f"{language}: {len(by_fact)} of {len(facts().facts)} facts are not found."


def _sentence(fact: Fact, said: Shown, its: Words) -> str:
    """The sentences that say most of the fact; after it the whole text, where it is longer."""
    text = text_at(said, fact)
    carried = _carried(fact, said, its) if text else "(not there)"
    easy = said.easy.get(fact.place) if fact.kind == "statement" else ""
    return carried + (f"  [of: {text}]" if text != carried else "") + (f"  [easy: {easy}]" if easy else "")


if __name__ == "__main__":
    sys.exit(main())
