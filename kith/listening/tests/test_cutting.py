"""A story is cleared by cutting alone; whatever reaches a person is found before others read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.listening.rules.cutting import CUT, may_clear, names_in, only_cut, particulars_in, without_particulars

WORD = st.text("abcdeéșśপਪع", min_size=1, max_size=5)
WORDS = st.lists(WORD, min_size=1, max_size=12)


@given(WORDS, st.data())
def test_whatever_is_cut_and_marked_keeps_the_voice(words, data):
    gone = data.draw(st.sets(st.integers(0, len(words) - 1)))
    cut = " ".join(CUT if at in gone else word for at, word in enumerate(words))
    assert only_cut(cut, " ".join(words))


@given(WORDS, st.data())
def test_a_word_that_is_added_or_changed_or_left_out_unmarked_does_not(words, data):
    at = data.draw(st.integers(0, len(words) - 1))
    text = " ".join(words)
    assert not only_cut(" ".join([*words[:at], "new-word", *words[at:]]), text)
    assert not only_cut(" ".join([*words[:at], "new-word", *words[at + 1 :]]), text)
    assert not only_cut(" ".join([*words[:at], *words[at + 1 :]]), text)


def test_words_that_are_moved_do_not_keep_the_voice():
    assert not only_cut("cold was room the", "the room was cold")
    assert only_cut("the room […] cold", "the room was cold")
    assert only_cut("the room [...]", "the room was cold")


@pytest.mark.parametrize(
    "text",
    [
        "ring Maria on 07700 900123",
        "ring +44 7700 900 123 please",
        "sunați la 0722.123.456 seara",
        "اتصلوا على ٠٧٧٠٠٩٠٠١٢٣",
        "write to ioana@example.org",
        "we live at MK9 3EJ",
        "NHS 943 476 5919",
        "see www.example.org/me",
        "find me @ioana.p",
    ],
)
def test_what_reaches_a_person_is_found_and_cut(text):
    assert particulars_in(text)
    cleared = without_particulars(text)
    assert CUT in cleared
    assert not particulars_in(cleared)
    assert may_clear(cleared, text) is None


@pytest.mark.parametrize(
    "text", ["At 10:30 on 12 March 2026", "Bus 4 and room 101", "She weighed 3450 g, 2 weeks old", "It cost £4.50"]
)
def test_days_times_and_weights_reach_nobody(text):
    assert particulars_in(text) == ()


def test_a_particular_that_is_left_refuses_and_names_it():
    refusal = may_clear("ring 07700 900123", "ring 07700 900123")
    assert refusal is not None
    assert (refusal.code, refusal.facts["found"]) == ("particulars_left", "07700 900123")
    assert may_clear(CUT, "all of it") is not None


def test_names_are_found_by_each_of_their_parts_whatever_the_accents():
    assert names_in("As ștefan said", ["Ștefan Popa", "Megan Ashcombe"]) == ("Ștefan Popa",)
    assert names_in("The coordinator buys it", ["Megan Ashcombe"]) == ()
