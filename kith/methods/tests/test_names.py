"""Names are heard across spellings and scripts, and stand in lists where people look for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.methods.names import alike, hear, is_perhaps_same, plain_letters, sorting_key, sound_keys
from kith.methods.tests.names.listed import Crowd, found_share, offered_share, pairs

KEPT = [pair for pair in pairs() if pair.is_kept_aside]
names = st.text(max_size=40)


@pytest.fixture(scope="module")
def crowd():
    return Crowd()


def test_there_are_three_hundred_pairs_and_half_are_kept_aside():
    verdicts = [pair.verdict for pair in pairs()]
    assert (verdicts.count("same"), verdicts.count("different"), len(KEPT)) == (150, 150, 150)


def test_of_the_half_kept_aside_same_names_are_among_the_first_ten_of_ten_thousand(crowd):
    assert found_share(KEPT, crowd) >= 0.85


def test_of_pairs_written_after_the_method_was_fixed_too(crowd):
    assert found_share(pairs("later_pairs"), crowd) >= 0.85


def test_a_key_of_nothing_finds_nobody(crowd):
    """The control: what is not heard is not found."""
    assert crowd.rank("Xaawo Cali", "Olena Shevchenko") is None


@pytest.mark.parametrize("chosen", [KEPT, pairs("later_pairs")])
def test_different_names_are_not_offered_without_a_second_sign(chosen):
    assert offered_share(chosen, "different") <= 0.05
    assert offered_share(chosen, "same") >= 0.5, "and that is not by offering nothing"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rina Begum", "Rana Begum"),
        ("Mohammed Hassan", "Mahmoud Hassan"),
        ("محمد حسن", "محمود حسن"),
        ("Mohammed", "Mohammed"),
        ("Mario Garcia", "Maria Garcia"),
        ("", "Ana Pop"),
        ("Ana Ana", "Ana Popescu"),
    ],
)
def test_near_names_of_two_people_are_two(one, other):
    assert not is_perhaps_same(hear(one), hear(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed Rahman", "Muhammad Rehman"),
        ("محمد رحمن", "Mohamed Rahman"),
        ("Fatema Chowdhury", "Fatimah Chaudhry"),
        ("রহিমা চৌধুরী", "Rahima Choudhury"),
        ("Ana Maria Popescu", "Popesku Ana"),
        ("Khadija al-Hossain", "Khadeeja Hussain"),
        ("Ioana Ionescu", "Joana Ionesku"),
        ("Abdul Rahman Ali", "Abdulrahman Ali"),
    ],
)
def test_one_name_written_in_two_ways_is_one_where_a_second_sign_speaks_for_it(one, other):
    assert is_perhaps_same(hear(one), hear(other), close=0.6)
    assert all(any(word.keys & each.keys for each in hear(other)) for word in hear(one)) or len(hear(one)) > len(
        hear(other)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("Fatimah", "Fatima"), ("Chowdhury", "Choudhury"), ("Husayn", "Husain"), ("al-Sayed", "Sayed"),
     ("O’Neil", "ONeil"),
     ("Łucja", "Lucja"), ("Strauß", "Strauss"), ("Sophie", "Sofie"), ("Anna", "Ana"), ("Popescu", "Popesku")],
)  # fmt: skip
def test_spellings_of_one_name_have_the_same_letters(one, other):
    assert plain_letters(one) == plain_letters(other) != ""


@given(names)
def test_whatever_is_typed_is_letters_and_keys_of_bounded_length(name):
    assert set(plain_letters(name)) <= set("abcdefghijklmnopqrstuvwxyz ")
    assert all(0 < len(key) <= 6 for key in sound_keys(name))


@given(names, names)
def test_names_are_as_alike_from_either_side(one, other):
    heard, against = hear(one), hear(other)
    assert alike(heard, against) == pytest.approx(alike(against, heard))
    assert is_perhaps_same(heard, against) == is_perhaps_same(against, heard)
    assert 0 <= alike(heard, against) <= 1 == (alike(heard, heard) if heard else 1)


def test_names_stand_where_people_look_for_them():
    order = [
        "Adam",
        "Ádám",
        "Lucy",
        "Lucy Ann",
        "Łucja",
        "Oz",
        "Öz",
        "Oza",
        "Stefan",
        "Ștefan",
        "Steven",
        "Zoe",
        "محمد",
    ]
    assert sorted(set(order), key=sorting_key) == order
    assert sorted(order) != order, "the order of codes is another"


@given(names, names)
def test_two_names_stand_at_one_place_only_where_they_are_one(one, other):
    assert (sorting_key(one) == sorting_key(other)) == (one == other)
