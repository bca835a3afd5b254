"""A search with a word of danger is noticed, in eight languages, and a search for a latch is let be."""

from functools import cache
from pathlib import Path

import pytest

from kith.kernel.danger import Subject
from kith.library.rules.danger import DangerWords, danger_in
from kith.library.rules.danger_files import FOLDER, DangerFault, load_danger_words, read_danger_words

SEARCHES = Path(__file__).resolve().parents[3] / "tests/danger_words"
LANGUAGES = ("en", "ro", "pl", "ur", "ar", "so", "bn", "pa")
SIGNS = '[[sign]]\nname = "hot"\nsubject = "baby"\nany = ["fever !room"]\n'


@cache
def words() -> DangerWords:
    return load_danger_words()


def searches(kind: str, language: str) -> list[str]:
    return [line for line in (SEARCHES / kind / f"{language}.txt").read_text("utf-8").splitlines() if line.strip()]


def missed(kind: str, language: str) -> list[str]:
    return [line for line in searches(kind, language) if danger_in(line, words()) is None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_danger_that_the_words_were_made_for_is_heard(language: str) -> None:
    assert missed("tuned", language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_dangers_that_the_words_were_not_made_for_are_heard(language: str) -> None:
    unheard = missed("held_back", language)
    assert len(unheard) <= 0.05 * len(searches("held_back", language)), unheard


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyday_searches_are_seldom_taken_for_danger(language: str) -> None:
    everyday = searches("everyday", language)
    alarmed = [line for line in everyday if danger_in(line, words())]
    assert len(alarmed) <= 0.05 * len(everyday), alarmed


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("baby won't wake up", Subject.BABY),
        ("WON\u2019T  WAKE my baby!!", Subject.BABY),
        ("fever", Subject.BABY),
        ("fever after giving birth", Subject.MOTHER),
        ("fever while pregnant", Subject.PREGNANT),
        ("soaking a pad every hour", Subject.MOTHER),
        ("waters broke 34 weeks", Subject.PREGNANT),
        ("i want to die", Subject.MIND),
        ("husband hits me", Subject.MIND),
        ("bebe nu respiră", Subject.BABY),
        ("nie czuję ruchów dziecka", Subject.PREGNANT),
        ("بچہ دودھ نہیں پی رہا", Subject.BABY),
        ("baddi mout", Subject.MIND),
    ],
)
def test_a_danger_leads_to_its_part_of_help_now(text: str, subject: Subject) -> None:
    assert danger_in(text, words()) is subject


@pytest.mark.parametrize("text", ["baby hsa a fevr", "siezures", "bebelsul nu se trezeste", "gorączak"])
def test_a_slip_of_the_finger_is_heard_through(text: str) -> None:
    assert danger_in(text, words())


@pytest.mark.parametrize(
    "text", ["feeding", "feeling tired", "latch", "not sleeping", "yellow poo", "trapped wind", "i want to breastfeed"]
)
def test_words_that_look_like_danger_are_let_be(text: str) -> None:
    assert danger_in(text, words()) is None


@pytest.mark.parametrize(
    "text", ["", " ", "a", "x" * 10_000, "ا" * 10_000, "a b " * 2_500, "123 456", "٣٩", "😀🍼", "\0", "-'\""]
)
def test_odd_texts_are_no_danger(text: str) -> None:
    assert danger_in(text, words()) is None


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert danger_in("fever " + "x" * 10_000, words()) is Subject.BABY
    assert danger_in("x" * 10_000 + " fever", words()) is None


def test_every_language_has_words_in_each_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == {*LANGUAGES, "signs"}


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"en": ""}, "no signs.toml"),
        ({"signs": SIGNS}, "no language"),
        ({"signs": "sign = 1", "en": ""}, "signs.toml: there is no"),
        (
            {"signs": SIGNS.replace("baby", "dog"), "en": ""},
            r"signs.toml: sign 1 \(hot\): subject 'dog'; write one of baby",
        ),
        ({"signs": SIGNS.replace("fever ", ""), "en": ""}, "names nothing that has to be said"),
        ({"signs": SIGNS.replace('["fever !room"]', '"fever"'), "en": ""}, "any has to be a list"),
        ({"signs": SIGNS, "en": "words ="}, "en.toml: not TOML"),
        ({"signs": SIGNS, "en": ""}, r"en.toml: there are no \[words\]"),
        ({"signs": SIGNS, "en": "[word]\nfever = 'hot'"}, "en.toml: 'word' is not known"),
        ({"signs": SIGNS, "en": "[words]\nfevr = 'hot'"}, "en.toml: fevr is in no sign"),
        ({"signs": SIGNS, "en": "[words]\nfever = ['hot']"}, "en.toml: fever has to be words between quotes"),
        ({"signs": SIGNS, "en": "[words]\nfever = 'h*t'"}, r"en.toml: fever: 'h\*t' in 'h\*t' is no word"),
        ({"signs": SIGNS, "en": "[words]\nfever = 'h*'"}, "en.toml: fever: .* begins with too few letters"),
        ({"signs": SIGNS, "en": "borrows = ['xx']\n[words]\nfever = 'hot'"}, "en.toml: borrows 'xx'"),
        ({"signs": SIGNS, "en": "sounds = ['a']\n[words]\nfever = 'hot'"}, "en.toml: sounds has to be pairs"),
        ({"signs": SIGNS, "en": "doubles = 3\n[words]\nfever = 'hot'"}, "en.toml: doubles has to be true or false"),
        ({"signs": SIGNS, "en": "everyday = 3\n[words]\nfever = 'hot'"}, "en.toml: everyday has to be words"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_what_to_do(files: dict[str, str], says: str) -> None:
    with pytest.raises(DangerFault, match=says):
        read_danger_words(files)


def test_a_small_file_is_enough() -> None:
    small = read_danger_words({"signs": SIGNS, "en": "[words]\nfever = 'fever*, very hot'\nroom = 'room'"})
    assert danger_in("Feverish, very hot", small) is Subject.BABY
    assert danger_in("very hot room", small) is None
    assert danger_in("hot", small) is None
