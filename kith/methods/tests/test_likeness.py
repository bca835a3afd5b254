"""Texts that say alike are found, whatever their script; what has nothing in common is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.methods.likeness import Pair, like_groups, like_pairs, likest, pieces

TEXTS = st.lists(st.text("abcdeঘরঠানডাਕਮਰਾ ", max_size=20), max_size=12)


@given(TEXTS, st.integers(1, 5))
def test_likeness_is_a_share_each_pair_stands_once_and_the_likest_come_first(texts, most):
    pairs = like_pairs(texts, least=0.1, most=most)
    assert all(0.1 <= each.likeness <= 1 and each.one < each.other for each in pairs)
    assert len({(each.one, each.other) for each in pairs}) == len(pairs)
    assert [each.likeness for each in pairs] == sorted((each.likeness for each in pairs), reverse=True)
    assert all(texts[each.one].split() and texts[each.other].split() for each in pairs)


@given(st.text("abcঘরਕਮ ", min_size=1, max_size=20).filter(lambda text: bool(text.split())))
def test_a_text_is_like_itself_and_an_empty_one_like_nothing(text):
    assert like_pairs([text, "", text]) == [Pair(0, 2, pytest.approx(1, abs=1e-5))]
    assert likest("", [text]) == []


@pytest.mark.parametrize(
    ("one", "like", "unlike"),
    [
        ("the room was cold", "cold rooms again", "a kind midwife"),
        ("ঘরটা খুব ঠান্ডা ছিল", "ঘর ঠান্ডা", "চা ভালো ছিল না"),
        ("ਕਮਰਾ ਬਹੁਤ ਠੰਢਾ ਸੀ", "ਕਮਰੇ ਠੰਢੇ ਸਨ", "ਚਾਹ ਚੰਗੀ ਲੱਗੀ"),
        ("القاعة كانت باردة", "قاعة باردة جدا", "القابلة لطيفة"),
    ],
)
def test_inflected_words_of_any_script_are_alike(one, like, unlike):
    assert likest(one, [unlike, like], least=0.0)[0][0] == 1


@given(TEXTS)
def test_each_text_is_in_one_group_with_those_it_is_paired_with(texts):
    groups = like_groups(texts)
    places = [place for group in groups for place in group]
    assert len(set(places)) == len(places)
    home = {place: at for at, group in enumerate(groups) for place in group}
    assert all(home[each.one] == home[each.other] for each in like_pairs(texts, least=0.35))
    assert sorted(home) == sorted({place for each in like_pairs(texts, least=0.35) for place in (each.one, each.other)})


def test_the_pieces_of_a_word_stay_within_it_with_its_vowel_signs():
    assert "ঠান্ড" in set(pieces("ঠান্ডা"))
    assert not any(" " in piece.strip() for piece in pieces("cold room"))


def test_what_cannot_be_asked_is_refused():
    with pytest.raises(ValueError, match="least is 2"):
        like_pairs(["a", "b"], least=2)
