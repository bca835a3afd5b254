"""What a file of advice or of words of danger may lack, and what is said of it, to the letter."""

from datetime import date

import pytest

from kith.kernel.danger import Subject
from kith.library.rules.danger import DangerWords, Pattern
from kith.library.rules.danger_files import DangerFault, read_danger_words
from kith.library.rules.starter import NewStatement, StarterFault, TranslatedPage, read_starter
from kith.library.rules.words import Evidence

EVIDENCE = next(iter(Evidence))
PAGE = f"""
slug = "wet-nappies"
title = "Wet  nappies"
summary = "How many."
topic = "feeding"

[[section]]
heading = "Count"
statements = ["nappies.six"]
note = "From day five"

[[statement]]
id = "nappies.six"
question = "nappies.many"
text = "Six or more."
easy = "Six."
owner = "The lead"
source = "NHS"
source_url = "https://www.nhs.uk/"
evidence = "{EVIDENCE.value}"
review_by = 2027-09-30
approved_by = ["The trust"]
"""
WHERE = "en/wet-nappies.toml"


def test_a_page_is_read_with_all_that_it_says():
    page = read_starter(WHERE, PAGE, english=True)
    assert (page.slug, page.title, page.summary, page.order, page.signs) == (
        "wet-nappies",
        "Wet nappies",
        "How many.",
        100,
        (),
    )
    assert (page.kind.value, page.topic.value) == ("advice", "feeding")
    (section,) = page.sections
    assert (section.heading, section.statements, section.note, section.level) == (
        "Count",
        ("nappies.six",),
        "From day five",
        None,
    )
    assert page.statements == (
        NewStatement(
            key="nappies.six",
            question="nappies.many",
            text="Six or more.",
            easy="Six.",
            owner="The lead",
            source="NHS",
            source_url="https://www.nhs.uk/",
            evidence=EVIDENCE,
            review_by=date(2027, 9, 30),
            approved_by=("The trust",),
        ),
    )


def test_what_a_page_leaves_out_has_its_usual_value():
    short = PAGE
    for line in ('question = "nappies.many"\n', 'easy = "Six."\n', 'approved_by = ["The trust"]\n', 'note = "From day'):
        short = "".join(each for each in short.splitlines(keepends=True) if not each.startswith(line.rstrip("\n")))
    page = read_starter(WHERE, short, english=True)
    (statement,) = page.statements
    assert (statement.question, statement.easy, statement.approved_by) == ("nappies.six", "", ())
    assert page.sections[0].note == ""
    without = read_starter(WHERE, PAGE[: PAGE.index("[[statement]]")], english=True)
    assert without.statements == ()


def test_a_page_of_signs_has_a_level_for_each_card():
    signs = PAGE.replace("wet-nappies", "signs-baby").replace('topic = "feeding"', 'topic = "feeding"\nkind = "signs"')
    page = read_starter("en/signs-baby.toml", signs.replace("note =", 'level = "999"\nnote ='), english=True)
    assert page.sections[0].level.value == "999"
    with pytest.raises(StarterFault, match=r"^en/signs-baby.toml: section 1: level is missing; add level = …$"):
        read_starter("en/signs-baby.toml", signs, english=True)


def test_a_translated_page_gives_its_words_in_order():
    text = """
title = "Scutece"
summary = "Cate"
[[section]]
heading = "Numara"
note = "Din ziua a cincea"
[[section]]
heading = "Intreaba"
[[statement]]
id = "nappies.six"
text = "Sase"
easy = "6"
[[statement]]
id = "nappies.ask"
text = "Intreaba"
"""
    assert read_starter("ro/wet-nappies.toml", text, english=False) == TranslatedPage(
        slug="wet-nappies",
        title="Scutece",
        summary="Cate",
        headings=("Numara", "Intreaba"),
        notes=("Din ziua a cincea", ""),
        texts={"nappies.six": "Sase", "nappies.ask": "Intreaba"},
        easy={"nappies.six": "6", "nappies.ask": ""},
    )


STATEMENT = "en/wet-nappies.toml: statement 1"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('title = "Wet  nappies"', "", f"{WHERE}: title is missing; add title = …"),
        (
            'title = "Wet  nappies"',
            'title = " "',
            f"{WHERE}: title is empty; write something or leave the whole entry out",
        ),
        ('title = "Wet  nappies"', "title = 3", f"{WHERE}: title has to be of kind str, not 3"),
        (
            'slug = "wet-nappies"',
            'slug = "nappies"',
            f"{WHERE}: slug is 'nappies', but the file is called 'wet-nappies'; make them the same",
        ),
        (
            'topic = "feeding"',
            'topic = "feeding"\nkind = "signs"',
            f"{WHERE}: a page of signs is called one of {', '.join(f'signs-{each}' for each in Subject)}",
        ),
        (
            'topic = "feeding"',
            'topic = "feeding"\nsigns = ["baby", "dog"]',
            f"{WHERE}: signs has 'dog'; choose of {', '.join(Subject)}",
        ),
        (
            'evidence = "',
            'evidence = "no ',
            f"{STATEMENT} (nappies.six): evidence is 'no {EVIDENCE.value}'; choose one of {', '.join(Evidence)}",
        ),
        (
            "https:",
            "http:",
            f"{STATEMENT} (nappies.six): source_url has to begin with https://, not 'http://www.nhs.uk/'",
        ),
        (
            'easy = "Six."',
            'easy = ""',
            f"{STATEMENT} (nappies.six): easy is empty; write something or leave the whole entry out",
        ),
        ('id = "nappies.six"', 'id = "Six"', f"{STATEMENT}: 'Six' is no id; write one like enough-milk.wet-nappies"),
        (
            'statements = ["nappies.six"]',
            'statements = ["Six"]',
            f"{WHERE}: section 1: 'Six' is no id; write one like enough-milk.wet-nappies",
        ),
        ("[[section]]", "[[chapter]]", f"{WHERE}: section is missing; add section = …"),
    ],
)
def test_a_fault_in_a_page_is_said_to_the_letter(old, new, says):
    with pytest.raises(StarterFault) as fault:
        read_starter(WHERE, PAGE.replace(old, new, 1), english=True)
    assert str(fault.value) == says


def test_a_file_is_called_by_small_letters():
    says = "en/Wet.toml: call the file by small letters, digits and hyphens, like enough-milk.toml"
    with pytest.raises(StarterFault) as fault:
        read_starter("en/Wet.toml", PAGE, english=True)
    assert str(fault.value) == says


# --- words of danger ------------------------------------------------------------------------------------------------

SIGNS = """
[common]
fever = "39"
[[sign]]
name = "hot"
subject = "baby"
any = ["fever !room", "limp fever"]
[[sign]]
subject = "spoken of"
any = ["born"]
"""
LIMP = 'limp = "floppy"'


def read(words: str, settings: str = "", signs: str = SIGNS, **others: str) -> DangerWords:
    return read_danger_words({"signs": signs, "en": f"{settings}\n[words]\n{words}"} | others)


def written(words: str, settings: str = "") -> set[tuple[str, ...]]:
    """Each pattern of the language as its words, those of all languages left out."""
    return {(each.word, *each.then) for each in patterns(read(words, settings))} - {("39",)}


def patterns(found: DangerWords) -> list[Pattern]:
    """The patterns of the language, whole words before beginnings."""
    lexicon = found.lexicons["en"]
    return [each for shelf in (lexicon._whole, lexicon._stems) for kept in shelf.values() for each in kept]


def test_the_rules_say_what_is_needed_and_what_must_not_be_said():
    found = read(LIMP)
    fever, room, limp = (found.rules[0].needs, found.rules[0].unless, found.rules[1].needs & ~found.rules[0].needs)
    assert len({1, 2, 4, fever, room, limp}) == 6, "each thing has a bit of its own"
    assert [(rule.needs, rule.unless, rule.subject) for rule in found.rules] == [
        (fever, room, Subject.BABY),
        (limp | fever, 0, Subject.BABY),
        (2, 0, None),
    ]
    assert (found.born, found.pregnant) == (2, 4)
    assert found.rules_by_bit == {fever: [0], limp: [1], 2: [2]}


def test_the_words_of_a_language_stand_beside_those_of_all():
    found = read(LIMP)
    fever, limp = found.rules[0].needs, found.rules[1].needs & ~found.rules[0].needs
    assert set(patterns(found)) == {Pattern("floppy", (), limp), Pattern("39", (), fever)}
    assert found.lexicons["en"].borrows == ()
    assert set(patterns(read('limp = "floppy"\nfever = "floppy"'))) >= {Pattern("floppy", (), limp | fever)}


def test_entries_are_words_stems_and_numbers():
    assert written('limp = "floppy, very  Limp,  wak*, "') == {("floppy",), ("very", "limp"), ("wak*",)}
    assert written('limp = "{3-5} hours"') == {("3", "hours"), ("4", "hours"), ("5", "hours")}
    assert written('limp = "wet-nappy*"') == {("wet", "nappy*")}


def test_in_a_loose_language_the_last_of_several_words_is_a_beginning():
    assert written('limp = "very limp, so it, floppy, very wak*"', "loose = true") == {
        ("very", "limp*"),
        ("so", "it"),
        ("floppy",),
        ("very", "wak*"),
    }


def test_words_are_spelt_as_the_language_writes_them_alike():
    settings = 'sounds = [["ph", "f"]]\ndoubles = false'
    assert written('limp = "phlloppy"', settings) == {("flopy",)}


def test_words_of_a_language_borrowed_from_are_everyday_unless_they_are_our_own():
    other = 'everyday = "latch pie"\n[words]\nlimp = "weak, wake*, floppy bag"\n'
    lexicon = read('limp = "floppy, latc*"', 'borrows = ["ro"]\neveryday = "Bottle"', ro=f"vowels = false\n{other}")
    assert lexicon.lexicons["en"].everyday == {"bottle", "weak"}
    alike = read(LIMP, 'borrows = ["ro"]', ro=other)
    assert alike.lexicons["en"].everyday == frozenset()


@pytest.mark.parametrize(
    ("settings", "words", "says"),
    [
        ("loose = 1", LIMP, "en.toml: loose has to be true or false, not 1"),
        ("vowels = 'no'", LIMP, "en.toml: vowels has to be true or false, not 'no'"),
        ("everyday = 3", LIMP, 'en.toml: everyday has to be words between quotes, like "latch bottle"'),
        ("prefixes = [1]", LIMP, 'en.toml: prefixes has to be a list of words between quotes, like ["fever"]'),
        ("denials = [['a']]", LIMP, 'en.toml: denials has to be pairs, like [["ee", "i"]]'),
        ("sounds = [['a', 1]]", LIMP, 'en.toml: sounds has to be pairs, like [["ee", "i"]]'),
        ("borrows = ['xx']", LIMP, "en.toml: borrows 'xx', but there is no xx.toml; take it out"),
        ("odd = 1", LIMP, "en.toml: 'odd' is not known; take it out, or write words under [words]"),
        ("", 'cold = "x"', "en.toml: cold is in no sign; take it out, or name it in a sign of signs.toml"),
        ("", "limp = 3", 'en.toml: limp has to be words between quotes with commas, like "wake, woke*"'),
        (
            "",
            'limp = "very l*mp"',
            "en.toml: limp: 'l*mp' in 'very l*mp' is no word; write letters, with one * only at the end",
        ),
        ("", 'limp = "w*"', "en.toml: limp: 'w*' begins with too few letters; write at least two before the *"),
    ],
)
def test_a_fault_in_the_words_of_danger_is_said_to_the_letter(settings, words, says):
    with pytest.raises(DangerFault) as fault:
        read(words, settings)
    assert str(fault.value) == says


@pytest.mark.parametrize(
    ("signs", "says"),
    [
        ("", "signs.toml: there is no [[sign]]; write one for each danger"),
        (
            SIGNS.replace('subject = "baby"', 'subject = "dog"'),
            f"signs.toml: sign 1 (hot): subject 'dog'; write one of {', '.join(Subject)} or 'spoken of'",
        ),
        (
            SIGNS.replace('"born"', '"!born"'),
            "signs.toml: sign 2 (without a name): '!born' names nothing that has to be said; name a thing without '!'",
        ),
        (
            SIGNS.replace('["born"]', '"born"'),
            'signs.toml: sign 2 (without a name): any has to be a list of words between quotes, like ["fever"]',
        ),
    ],
)
def test_a_fault_in_the_signs_is_said_to_the_letter(signs, says):
    with pytest.raises(DangerFault) as fault:
        read(LIMP, signs=signs)
    assert str(fault.value) == says
