"""A family is found by the words of a parent's name, in any letters, and only by who may open its record."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.families.actions.registering import register_family
from kith.families.models.family import Family
from kith.families.queries.names import is_named
from kith.families.rules.entries import NewFamily, NewParent
from testing.people import KITH, a_family, organisation, worker

pytestmark = pytest.mark.django_db
NAMES = ("Ștefania Țîrlea", "Ioana-Maria Pop", "Fatima Chowdhury", "أمينة بيگم", "ফাতেমা বেগম", "ਸਿਮਰਨ ਕੌਰ", "Łucja Żak")


@pytest.fixture
def visitor(db):
    return worker()


def found(viewer, words):
    rows = Family.objects.filter(is_named(viewer, words, family="pk"), parents__is_main=True)
    return {f"{given} {last}" for given, last in rows.values_list("parents__given_name", "parents__family_name")}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("stefania", "Ștefania Țîrlea"),
        ("TIRLEA Ștef", "Ștefania Țîrlea"),
        ("ŢÎRLEA", "Ștefania Țîrlea"),
        ("maria pop", "Ioana-Maria Pop"),
        ("choudhury", "Fatima Chowdhury"),
        ("أمينة", "أمينة بيگم"),
        ("amina", "أمينة بيگم"),
        ("বেগম", "ফাতেমা বেগম"),
        ("ফাতে", "ফাতেমা বেগম"),
        ("fatema", "ফাতেমা বেগম"),
        ("ਸਿਮਰਨ", "ਸਿਮਰਨ ਕੌਰ"),
        ("lucja", "Łucja Żak"),
        ("żak", "Łucja Żak"),
    ],
)
def test_a_name_is_found_in_every_alphabet_and_without_its_accents(visitor, words, name):
    (own,) = visitor.organisation_ids
    for each in NAMES:
        a_family(own, name=each)
    assert name in found(visitor, words)
    assert len(found(visitor, words)) < len(NAMES) - 3


def test_one_name_holds_all_the_words_and_no_sign_stands_for_any(visitor):
    (own,) = visitor.organisation_ids
    family = NewFamily(parents=(NewParent("Ana", "Pop"), NewParent("Ion", "Rus", is_main=False)))
    register_family(by=KITH, family=family)
    a_family(own, name="Ana Pop")
    assert found(visitor, "pop ana") == {"Ana Pop"}
    for words in ("ana rus", "a%p", "_na", "Ana' OR 1=1", "oana"):
        assert found(visitor, words) == set()


def test_a_partner_s_name_finds_the_family_and_beyond_reach_nothing_does(visitor):
    (own,) = visitor.organisation_ids
    for organisation_id, partner in ((own, "Bogdan"), (organisation(), "Bogdana")):
        family_id = a_family(organisation_id, name=f"Mother of {partner}")
        Family.objects.get(pk=family_id).parents.create(given_name=partner, speaks="ro", reads="ro", is_main=False)
    assert found(visitor, "bogdan") == {"Mother of Bogdan"}
    assert found(KITH, "bogdan") == {"Mother of Bogdan", "Mother of Bogdana"}


def test_without_words_every_row_is_found(visitor):
    (own,) = visitor.organisation_ids
    a_family(own, name="Ana Pop")
    assert found(visitor, "  ") == {"Ana Pop"}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=80))
def test_no_words_are_an_error(visitor, words):
    found(visitor, words)
