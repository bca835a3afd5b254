"""The guard finds what is wrong with the shown words, and nothing where they are right."""

from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from kith.library.rules.guard.facts import GuardFault, read_facts
from kith.library.rules.guard.finding import Kind, faults
from kith.library.rules.guard.reading import sentences_of
from kith.library.rules.guard.words import read_words
from kith.library.tests.guard.harmless import edits
from kith.library.tests.guard.mutants import HOW, Mutant, mutants
from kith.library.tests.guard.named import IN_ENGLISH, NAMED, Named
from kith.library.tests.guard.shown import LANGUAGES, facts, shown, words

SEED = 20260310
EACH = 1
"""How many mutants of every fact and way are made here; the proof makes all."""


@pytest.fixture(scope="module")
def made() -> list[Mutant]:
    return [mutant for language in LANGUAGES for mutant in mutants(language, SEED, each=EACH)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_as_they_are_say_every_fact(language: str) -> None:
    assert {*facts().concepts} <= {*words(language).concepts}
    assert {*facts().units} <= {*words(language).units}
    assert faults(shown(language), facts(), words(language)) == []


def test_every_sign_has_a_fact_and_every_fact_a_place() -> None:
    signs = {key for card in shown("en").cards for key in card.keys}
    assert signs <= {fact.place for fact in facts().facts}
    assert len({fact.level for fact in facts().facts}) >= 7
    assert all(urlsplit(fact.source.url).path.strip("/") for fact in facts().facts)


def test_nearly_all_wrong_words_are_caught(made: list[Mutant]) -> None:
    survivors = [str(mutant) for mutant in made if not mutant.is_caught()]
    assert len(made) >= 500
    assert {mutant.how for mutant in made} == set(HOW)
    assert {mutant.language for mutant in made} == set(LANGUAGES)
    assert len(survivors) <= len(made) * 0.02, "\n".join(survivors)


def test_a_guard_that_does_not_read_numbers_misses_them(made: list[Mutant]) -> None:
    tenfold = [mutant for mutant in made if mutant.how == "number"]
    missed = next(mutant for mutant in tenfold if not mutant.is_caught(numbers=False))
    assert missed.is_caught()


@pytest.mark.parametrize("language", LANGUAGES)
def test_harmless_edits_pass(language: str) -> None:
    made = edits(language, SEED, 100)
    raised = [f"{edit} {edit.raised()}" for edit in made if edit.raised()]
    assert len(made) == 100
    assert len(raised) <= 5, "\n".join(raised)


TWENTY = [pytest.param(language, each, id=f"{language} {each.name}") for language in LANGUAGES for each in NAMED]


@pytest.mark.parametrize(("language", "each"), TWENTY)
def test_each_of_the_twenty_is_caught_in_each_language(language: str, each: Named) -> None:
    changed, there = each.made(language)
    assert changed != shown(language)
    assert faults(changed, there, words(language)) != []


@pytest.mark.parametrize("name", IN_ENGLISH)
def test_each_of_the_twenty_is_caught_as_it_would_be_typed(name: str) -> None:
    key, right, wrong = IN_ENGLISH[name]
    said = shown("en")
    assert right in said.texts[key]
    changed = replace(said, texts={**said.texts, key: said.texts[key].replace(right, wrong)})
    assert faults(changed, facts(), words("en")) != []


def test_there_are_twenty() -> None:
    names = [each.name for each in NAMED]
    assert len(names) == len(set(names)) == 20
    assert set(names) - set(IN_ENGLISH) == {"green vomit moved to 111"}


def test_a_number_has_the_unit_behind_it_or_else_before_it() -> None:
    (sentence,) = sentences_of(
        "On days 1 and 2, call 999 or 0808 2000 247: −18°C, 8.5 to 10 micrograms, 116 123.", words("en")
    )
    assert [(each.value, each.unit) for each in sentence.numbers] == [
        ("1", "day"),
        ("2", "day"),
        ("999", ""),
        ("08082000247", ""),
        ("-18", "celsius"),
        ("8.5", "microgram"),
        ("10", "microgram"),
        ("116123", ""),
    ]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("bn", "শিশুকে চিৎ করে শোয়ান, উপুড় করে নয়", "চিৎ"),
        ("pa", "ਬੱਚੇ ਨੂੰ ਪਿੱਠ ਭਾਰ ਸੁਆਓ", "ਪਿੱਠ ਭਾਰ"),
        ("ar", "يُنَوَّم الطفل على ظَهره", "*ظهر*"),
        ("ur", "بچے کو کمر کے بل سلائیں", "كمر كے بل"),
    ],
)
def test_words_of_every_script_are_found(language: str, text: str, said: str) -> None:
    read = read_words(f"words/{language}.toml", f'checked_by = ""\nnot = ["না"]\n[concepts]\nback = ["{said}"]')
    (sentence,) = sentences_of(text, read)
    assert read.concepts["back"].search(sentence.words)


def test_a_word_counts_whole_and_a_star_is_for_more_letters() -> None:
    read = read_words(
        "words/pl.toml", 'checked_by = ""\nnot = ["nie"]\n[concepts]\nbreath = ["oddech*"]\nfit = ["drgawki"]'
    )
    (sentence,) = sentences_of("Niemowlę nie oddecha, ok. 6 miesięcy, drgawkiem", read)
    assert sentence.negations == 1
    assert read.concepts["breath"].search(sentence.words)
    assert not read.concepts["fit"].search(sentence.words)


def test_a_sign_on_two_cards_has_two_levels() -> None:
    said = shown("en")
    twice = tuple(
        replace(card, keys=(*card.keys, "signs-baby.fit")) if card.place == "signs-baby/same-day" else card
        for card in said.cards
    )
    assert [each.kind for each in faults(replace(said, cards=twice), facts(), words("en"))] == [Kind.LEVEL]


SOURCE = '[sources]\nnhs = { title = "NHS", url = "https://www.nhs.uk/", date = 2026-11-29 }\n'


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("id = 1\nid = 2", "not TOML"),
        ('id = "a"\nsource = "nhs"', "one of statement, card, message"),
        ('id = "a"\nstatement = "b.c"\nsubject = "baby"\nsource = "who"', "'who' is not under [sources]"),
        ('id = "a"\nstatement = "b.c"\nsubject = "baby"\nsource = "nhs"', "write says = […] or numbers = […]"),
        ('id = "a"\nstatement = "b.c"\nsource = "nhs"\nsays = ["x"]', "subject is missing"),
        ('id = "a"\nstatement = "b.c"\nsubject = "baby"\nsource = "nhs"\nsays = "back"', "write a list of words"),
        ('id = "a"\nstatement = "b.c"\nsubject = "baby"\nsource = "nhs"\nsays = ["The back"]', "is no concept"),
        ('id = "a"\nstatement = "b.c"\nsubject = "baby"\nsource = "nhs"\nsays = ["x"]\nnever = ["x"]', "take it out"),
        ('id = "a"\nstatement = "b.c"\nsubject = "baby"\nsource = "nhs"\nnumbers = ["ten days"]', "is no number"),
        ('id = "a"\nstatement = "b.c"\nsubject = "b"\nsource = "nhs"\nsays = ["x"]\nnegations = -1', "a whole number"),
    ],
)
def test_a_fact_that_cannot_be_read_says_what_to_do(fact: str, told: str) -> None:
    with pytest.raises(GuardFault) as refused:
        read_facts("facts.toml", f"{SOURCE}[[fact]]\n{fact}\n")
    assert str(refused.value).startswith("facts.toml: ")
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('not = ["nie"]', "checked_by is missing"),
        ('checked_by = ""', "not is missing"),
        ('checked_by = ""\nnot = ["nie"]\n[concepts]\nback = "plecy"', "write a list of words"),
        ('checked_by = ""\nnot = ["nie"]\n[concepts]\nback = ["*"]', "has no letters"),
        ('checked_by = ""\nnot = ["nie"]\n[concepts]\n"The back" = ["plecy"]', "is no concept"),
        ('checked_by = ""\nnot = ["nie"]\nopposites = [["plecy"]]', "a list of pairs"),
        ('checked_by = ""\nnot = ["nie"]\n[spelt]\n"two weeks" = ["x"]', "is no number"),
        ('checked_by = ""\nnot = ["nie"]\n[negations]\nfact = "two"', "a whole number"),
    ],
)
def test_key_words_that_cannot_be_read_say_what_to_do(content: str, told: str) -> None:
    with pytest.raises(GuardFault) as refused:
        read_words("words/pl.toml", content)
    assert str(refused.value).startswith("words/pl.toml: ")
    assert told in str(refused.value)


def test_two_facts_of_one_name_are_refused() -> None:
    fact = '[[fact]]\nid = "a"\nstatement = "b.c"\nsubject = "baby"\nsource = "nhs"\nsays = ["x"]\n'
    with pytest.raises(GuardFault, match="the id a stands twice"):
        read_facts("facts.toml", SOURCE + fact + fact)


def test_a_language_without_a_word_for_a_concept_is_told_which() -> None:
    bare = read_words("words/pl.toml", 'checked_by = ""\nnot = ["nie"]')
    assert {each.kind for each in faults(shown("en"), facts(), bare)} >= {Kind.WORDS}
