"""Names as they are heard, and how like two families are."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.families.models.known import names_heard
from kith.families.queries.duplicates import like_the_new, newest_duplicates
from kith.families.rules.duplicates import Likeness, Person, Reason, Traits, likeness
from kith.families.rules.entries import NewFamily, NewParent
from kith.families.rules.sounds import plain_letters, sound_alike
from kith.platform.listing import ListAsked
from testing.people import a_family, organisation, worker

codes = st.frozensets(st.sampled_from(["1", "2", "3"]), min_size=1, max_size=2)
days = st.none() | st.sampled_from([date(1990, 1, 1), date(1991, 1, 1)])
people = st.builds(
    Person,
    name=st.lists(codes, max_size=3).map(tuple),
    born_on=days,
    phone=st.sampled_from(["", "1"]),
    email=st.sampled_from(["", "a"]),
)
traits = st.builds(
    Traits,
    people=st.lists(people, max_size=3).map(tuple),
    postcodes=st.frozensets(st.sampled_from(["A", "B"])),
    births=st.frozensets(st.sampled_from([date(2026, 1, 1), date(2026, 1, 2)])),
    due_on=days,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed Rahman", "Muhammad Rehman"),
        ("محمد رحمن", "Mohamed Rahman"),
        ("Fatema Chowdhury", "Fatimah Chaudhry"),
        ("রহিমা চৌধুরী", "Rahima Choudhury"),
        ("Ștefania Țurcanu", "Stefania Turcanu"),
        ("Ana Maria Popescu", "Popesku Ana"),
        ("Ayesha Syed", "Aisha Sayed"),
        ("Khadija al-Hossain", "Khadeeja Hussain"),
        ("Zaynab Sheikh", "Zainab Shaikh"),
        ("Ioana Ionescu", "Joana Ionesku"),
    ],
)
def test_one_name_written_in_two_ways_is_heard_as_one(db, one, other):
    heard = names_heard([plain_letters(one), plain_letters(other)])
    assert sound_alike(heard[plain_letters(one)], heard[plain_letters(other)])


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ana Popescu", "Ana Ionescu"), ("Fatima Rahman", "Nadia Rahman"), ("Ana", "Ana"), ("Maria Pop", "Mark Webb")],
)
def test_other_names_are_not(db, one, other):
    heard = names_heard([plain_letters(one), plain_letters(other)])
    assert not sound_alike(heard[plain_letters(one)], heard[plain_letters(other)])


@given(st.text(max_size=40))
def test_plain_letters_are_plain_and_stay_as_they_are(name):
    heard = plain_letters(name)
    assert set(heard) <= set("abcdefghijklmnopqrstuvwxyz ")
    assert plain_letters(f"  {name.upper()} ".lower()) == plain_letters(name.upper().lower())


@given(traits, traits)
def test_likeness_is_the_same_from_either_side(one, other):
    assert likeness(one, other) == likeness(other, one)


@given(traits)
def test_a_name_alone_is_never_enough_and_nor_is_a_shared_telephone(one):
    name = Person((frozenset({"1"}), frozenset({"2"})))
    assert not likeness(Traits((name,)), Traits((name,))).is_likely
    assert not likeness(Traits((Person((), phone="1"),)), Traits((Person((), phone="1"),))).is_likely


def test_the_score_says_why():
    name = (frozenset({"1"}), frozenset({"2"}))
    one = Traits((Person(name, date(1990, 1, 1)),), frozenset({"MK9 3EJ"}))
    assert likeness(one, one) == Likeness(70, (Reason.NAME, Reason.BIRTHDAY, Reason.POSTCODE))
    other = Traits((Person(name, date(1991, 1, 1)),), frozenset({"MK9 3EJ"}))
    assert likeness(one, other) == Likeness(20, (Reason.NAME, Reason.POSTCODE, Reason.OTHER_BIRTHDAY))


@pytest.fixture
def visitor(db: None) -> Any:
    return worker(at=organisation())


def test_pairs_are_found_among_families_she_may_open_only(visitor):
    (ours,) = visitor.organisation_ids
    born_on = date(1995, 2, 3)
    one = a_family(ours, name="Fatema Chowdhury", born_on=born_on)
    other = a_family(ours, name="Fatimah Chaudhry", born_on=born_on)
    a_family(organisation(), name="Fatima Chaudhary", born_on=born_on)
    a_family(ours, name="Mary Smith", born_on=born_on)
    (found,) = newest_duplicates(visitor, ListAsked()).rows
    assert {found.one.id, found.other.id} == {one, other}
    assert found.likeness.reasons == (Reason.NAME, Reason.BIRTHDAY, Reason.BABY)


def test_whoever_begins_a_record_is_warned(visitor):
    (ours,) = visitor.organisation_ids
    known = a_family(ours, name="Fatema Chowdhury", born_on=date(1995, 2, 3))
    new = NewFamily((NewParent("Fatimah", "Chaudhry", born_on=date(1995, 2, 3)),))
    assert [each.one.id for each in like_the_new(visitor, new)] == [known]
    assert like_the_new(visitor, NewFamily((NewParent("Fatimah", "Chaudhry"),))) == []


def test_finding_pairs_asks_as_many_questions_for_many_as_for_two(visitor, django_assert_max_num_queries):
    (ours,) = visitor.organisation_ids
    for number in range(12):
        a_family(ours, name=f"Fatema Chowdhury{'' if number % 2 else 'a'}", born_on=date(1995, 2, 3 + number // 2))
    with django_assert_max_num_queries(12):
        newest_duplicates(visitor, ListAsked())
