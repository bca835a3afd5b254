"""Finding where a visitor is from what they type."""

import pytest

from kith.places import queries, rules
from kith.places.actions.founding import found_place
from kith.places.codes.ethnicity import CATEGORIES, EthnicGroup, category
from kith.places.facts import UnknownPlace, coventry, facts_of, milton_keynes
from kith.places.models import Area, Postcode
from kith.platform.access import Forbidden
from kith.platform.access.viewer import ANONYMOUS, system_actor

SYSTEM = system_actor("test")


@pytest.fixture
def founded(db):
    found_place(by=SYSTEM)


def test_milton_keynes_has_19_wards_and_coventry_18_with_all_their_neighbourhoods():
    for facts, wards, neighbourhoods in ((milton_keynes.FACTS, 19, 166), (coventry.FACTS, 18, 203)):
        assert len(facts.wards) == wards
        assert sum(sum(ward.neighbourhoods_by_decile) for ward in facts.wards) == neighbourhoods
        assert all(len(ward.neighbourhoods_by_decile) == 10 for ward in facts.wards)


def test_a_place_without_facts_says_what_to_do():
    with pytest.raises(UnknownPlace, match=r"Add kith/places/facts/some_town.py"):
        facts_of("some-town")


def test_founding_twice_changes_nothing(founded):
    count = Area.objects.count()
    found_place(by=SYSTEM)
    assert Area.objects.count() == count
    assert len(queries.ward_names()) == 19


def test_nobody_else_may_found_a_place(db):
    with pytest.raises(Forbidden):
        found_place(by=ANONYMOUS)


@pytest.mark.parametrize(
    ("typed", "found", "precision"),
    [
        ("mk9", "MK9", "district"),
        ("MK93EJ", "MK9", "district"),
        ("MK9 3", "MK9", "district"),
        ("mk9 3e", "MK9", "district"),
        ("MK14 7", "MK14", "district"),
        ("Wolverton", "Wolverton", "ward"),
        ("wolverten", "Wolverton", "ward"),
        ("campbell park", "Campbell Park & Old Woughton", "ward"),
        ("Newport Pagnell", "Newport Pagnell South", "ward"),
        ("fishermead", "Woughton & Fishermead", "ward"),
        ("milton keynes", "Milton Keynes", "place"),
    ],
)
def test_what_she_types_finds_the_place(founded, typed, found, precision):
    location = queries.locate(typed)
    assert (location.label, location.precision) == (found, precision)


@pytest.mark.parametrize("typed", ["", "  ", "SW1A 1AA", "zzzz", "🙂", "mk"])
def test_what_lies_elsewhere_is_not_found(founded, typed):
    assert queries.locate(typed) is None


@pytest.mark.parametrize(("typed", "asked"), [("NK9 3EJ", "MK9"), ("MKK9", "MK9"), ("xqxqxqxq", None)])
def test_where_nothing_is_found_the_likeliest_names_are_asked_back(founded, typed, asked):
    assert queries.locate(typed) is None
    names = queries.names_like(typed)
    assert asked in names if asked else names == []


def test_a_loaded_postcode_is_found_with_its_areas(founded):
    Postcode.objects.create(
        text="MK9 3EJ", outward="MK9", lon=-0.76, lat=52.04, ward_code="E05009412", lsoa21_code="E01016831"
    )
    location = queries.locate("mk9  3ej")
    assert (location.ward_name, location.lsoa_code, location.precision) == (
        "Central Milton Keynes",
        "E01016831",
        "postcode",
    )


def test_saint_is_st():
    assert rules.best_match("Saint Michaels", {"x": "St Michael's"}) == "x"


def test_chinese_is_other_in_the_nhs_list_and_asian_in_the_census():
    assert category("R").nhs_group == EthnicGroup.OTHER
    assert category("R").census_group == EthnicGroup.ASIAN
    assert len(CATEGORIES) == 18


def test_the_second_character_of_a_category_is_of_local_use():
    assert category("C1").name == "Any other White background"
