"""Names as they are heard, and how like two families are."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.families.queries.duplicates import newest_duplicates
from kith.methods.linkage import Likeness, Person, Reason, Traits, likeness
from kith.methods.names import hear
from kith.platform.listing import ListAsked
from testing.people import a_family, organisation, worker

words = st.lists(st.sampled_from(["Ana", "Anna", "Khan", "Popescu"]), max_size=3)
days = st.none() | st.sampled_from([date(1990, 1, 1), date(1991, 1, 1)])
people = st.builds(
    Person,
    name=words.map(lambda each: hear(" ".join(each))),
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


@given(traits, traits)
def test_likeness_is_the_same_from_either_side(one, other):
    assert likeness(one, other) == likeness(other, one)


@given(traits)
def test_a_name_alone_is_never_enough_and_nor_is_a_shared_telephone(one):
    name = Person(hear("Ana Popescu"))
    assert not likeness(Traits((name,)), Traits((name,))).is_likely
    assert not likeness(Traits((Person((), phone="1"),)), Traits((Person((), phone="1"),))).is_likely


def test_the_score_says_why():
    name = hear("Ana Popescu")
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


def test_finding_pairs_asks_as_many_questions_for_many_as_for_two(visitor, django_assert_max_num_queries):
    (ours,) = visitor.organisation_ids
    for number in range(12):
        a_family(ours, name=f"Fatema Chowdhury{'' if number % 2 else 'a'}", born_on=date(1995, 2, 3 + number // 2))
    with django_assert_max_num_queries(12):
        newest_duplicates(visitor, ListAsked())
