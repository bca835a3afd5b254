"""How words are compared: slips, spellings, syllables, and what to translate next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.folding import folded, search_text_of, words_of
from kith.library.rules.plain import plainness, syllables
from kith.library.rules.ranking import NextText, what_to_translate_next
from kith.library.rules.slips import Slips, distance, near, slips_allowed
from kith.library.rules.spelling import Spelling
from kith.library.rules.translating import TranslationState

words = st.text("abcde", max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("", "", 0),
        ("fever", "fever", 0),
        ("", "abc", 3),
        ("abc", "", 3),
        ("fever", "fver", 1),
        ("fever", "feever", 1),
        ("fever", "fexer", 1),
        ("fever", "fevre", 1),
        ("fever", "efver", 1),
        ("fever", "fvre", 2),
        ("ca", "abc", 3),
        ("kitten", "sitting", 3),
    ],
)
def test_slips_are_letters_dropped_added_changed_or_exchanged(one, other, slips):
    assert distance(one, other) == slips


@given(words, words)
def test_a_distance_is_the_same_both_ways_and_at_least_the_difference_in_length(one, other):
    assert distance(one, other) == distance(other, one) >= abs(len(one) - len(other))
    assert (distance(one, other) == 0) == (one == other)


@pytest.mark.parametrize(("length", "allowed"), [(0, 0), (4, 0), (5, 1), (8, 1), (9, 2), (30, 2)])
def test_longer_words_may_have_more_slips(length, allowed):
    assert slips_allowed(length) == allowed


@pytest.mark.parametrize(
    ("word", "wanted", "is_near"),
    [
        ("milk", "milk", True),
        ("mlk", "milk", False),
        ("ferve", "fever", False),
        ("fevre", "fever", True),
        ("bever", "fever", False),
        ("fver", "fever", True),
        ("", "fever", False),
    ],
)
def test_a_near_word_is_one_slip_away_and_begins_alike(word, wanted, is_near):
    assert near(word, wanted) is is_near


def test_a_mistyped_word_finds_what_it_may_stand_for():
    slips = Slips(whole=["fever", "breathing", "cold"], stems=["convuls"])
    assert list(slips.of("fevr")) == []
    assert list(slips.of("feverr")) == [("fever", False)]
    assert list(slips.of("braething")) == [("breathing", False)]
    assert list(slips.of("bretahign")) == [("breathing", False)]
    assert list(slips.of("xever")) == [], "the first letter stays"
    assert list(slips.of("colt")) == []
    assert list(slips.of("convlusions")) == [("convuls", True)]
    assert list(slips.of("convulsions")) == [("convuls", True)]
    assert list(slips.of("comvukssions")) == []


def test_a_very_long_word_is_compared_by_its_beginning():
    assert list(Slips(whole=[], stems=["convuls"]).of("convulsions" + "x" * 500)) == [("convuls", True)]


def test_a_spelling_writes_sounds_doubles_and_vowels_alike():
    assert Spelling(sounds=(("ph", "f"), ("f", "v"))).plain("phase") == "vase"
    assert Spelling().plain("nappy") == "nappy"
    assert Spelling(doubles=False).plain("nappy") == "napy"
    assert Spelling(vowels=False).plain("nappies") == "npps"
    assert Spelling(vowels=False).plain("baby") == "bby"
    assert Spelling(vowels=False).plain("able") == "able", "two consonants alone say too little"


def test_sounds_of_one_script_are_not_mended_in_words_of_the_other():
    spelling = Spelling(sounds=(("a", "b"), ("ق", "ك")), doubles=False, vowels=False)
    assert spelling.plain("قققa") == "كككa"
    assert spelling.plain("dataق") == "dataك"
    assert spelling.plain("cat") == "cbt"


def test_what_is_written_before_a_word_is_taken_off_where_enough_is_left():
    spelling = Spelling(prefixes=("al", "و"))
    assert list(spelling.bare("alxy")) == ["alxy", "xy"]
    assert list(spelling.bare("alx")) == ["alx"]
    assert list(spelling.bare("milk")) == ["milk"]
    assert list(spelling.bare("وحمى")) == ["وحمى", "حمى"]


def test_a_denial_around_a_word_gives_the_word_it_denies():
    spelling = Spelling(denials=(("ma", "sh"),))
    assert list(spelling.denied("mabcdsh")) == ["bcd"]
    assert list(spelling.denied("mabcsh")) == []
    assert list(spelling.denied("mabcd")) == []
    assert list(spelling.denied("bcdsh")) == []


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1),
        ("table", 2),
        ("three", 1),
        ("coffee", 2),
        ("pie", 1),
        ("bye", 1),
        ("like", 1),
        ("wanted", 2),
        ("needed", 2),
        ("walked", 1),
        ("red", 1),
        ("MAKE", 1),
        ("hm", 1),
        ("infant", 2),
        ("individual", 4),
    ],
)
def test_syllables_leave_out_what_is_silent(word, count):
    assert syllables(word) == count


def test_the_age_of_a_text_is_flesch_and_kincaids_grade_and_five_years():
    text = "The baby wanted milk again. Her mother sat down."  # 9 words, 2 sentences, 13 syllables
    assert plainness(text).age == round(0.39 * 9 / 2 + 11.8 * 13 / 9 - 15.59 + 5)


def test_a_text_of_seven_words_is_read_by_everybody_and_one_of_eight_is_judged():
    seven = "Institutional practitioners facilitate individualised responsive antenatal conversations"
    assert plainness(seven).age == 5
    assert plainness(f"{seven} antenatally").age > 18


@pytest.mark.parametrize(("easy", "longest", "oldest"), [(False, 25, 13), (True, 15, 10)])
def test_a_sentence_is_too_long_from_the_next_word_on(easy, longest, oldest):
    fits = plainness("a " * longest + ".", easy=easy)
    assert (fits.long_sentences, fits.oldest) == ((), oldest)
    assert len(plainness("a " * (longest + 1) + ".", easy=easy).long_sentences) == 1
    assert not plainness("a " * (longest + 1) + ".", easy=easy).is_plain


def test_the_next_texts_are_ranked_by_readers_times_what_they_lack():
    missing, older, drafted = TranslationState.MISSING, TranslationState.OLDER, TranslationState.DRAFTED
    pages = [("b", "ro", drafted), ("a", "ro", older), ("a", "pl", missing), ("c", "so", missing), ("a", "so", missing)]
    found = what_to_translate_next(pages, {"ro": 100, "pl": 60})
    assert found == [
        NextText("a", "pl", missing, 60, 60.0),
        NextText("a", "ro", older, 100, 60.0),
        NextText("b", "ro", drafted, 100, 30.0),
        NextText("a", "so", missing, 0, 0.0),
        NextText("c", "so", missing, 0, 0.0),
    ]


def test_words_are_folded_to_one_spelling():
    assert folded("ÉCOLE Łódź") == "ecole lodz"
    assert folded("wet-nappies, (6)") == "wet nappies 6"
    assert folded("أحمد") == folded("احمد")
    assert search_text_of({"en": "Café", "ro": "Ceai"}, {"en": "Milk"}) == "cafe ceai milk"
    assert words_of("I am a mum, a MUM") == ("am", "mum")
