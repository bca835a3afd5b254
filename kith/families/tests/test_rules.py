"""What a family's record may not say."""

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.families.rules.checks import check_family, same_person
from kith.families.rules.codes import PregnancyOutcome
from kith.families.rules.entries import NewBaby, NewFamily, NewParent, NewPregnancy

TODAY = date(2026, 3, 10)
ANA = NewParent("Ana", "Pop", phone="+447700900123", speaks="ro", reads="ro")
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 1, 1))


def code(family: NewFamily) -> str | None:
    refusal = check_family(family, today=TODAY)
    return refusal.code if refusal else None


def test_a_parent_alone_is_a_family():
    assert code(NewFamily(parents=(ANA,))) is None


@pytest.mark.parametrize(
    ("parents", "expected"),
    [
        ((), "one_main_parent"),
        ((ANA, ANA), "one_main_parent"),
        ((dataclasses.replace(ANA, given_name="  "),), "name_missing"),
        ((dataclasses.replace(ANA, phone="07700 900123"),), "phone_not_regular"),
        ((dataclasses.replace(ANA, speaks="Romanian"),), "language_unknown"),
        ((dataclasses.replace(ANA, ethnicity="I"),), "ethnicity_unknown"),
        ((dataclasses.replace(ANA, ethnicity="C3"),), None),
        ((dataclasses.replace(ANA, born_on=date(1890, 1, 1)),), "parent_birthday_impossible"),
        ((dataclasses.replace(ANA, born_on=TODAY + timedelta(1)),), "parent_birthday_impossible"),
    ],
)
def test_a_parent_is_checked(parents, expected):
    assert code(NewFamily(parents=parents)) == expected


@given(days)
def test_a_baby_is_never_born_tomorrow_or_before_the_year_2000(born_on: date):
    fits = date(2000, 1, 1) <= born_on <= TODAY
    assert (code(NewFamily(parents=(ANA,), babies=(NewBaby(born_on),))) is None) == fits


@given(days)
def test_a_pregnancy_under_way_is_due_within_forty_three_weeks_and_at_most_four_weeks_past(due_on: date):
    fits = TODAY - timedelta(days=28) <= due_on <= TODAY + timedelta(days=301)
    assert (code(NewFamily(parents=(ANA,), pregnancies=(NewPregnancy(due_on),))) is None) == fits


@given(due_on=days, ended_on=st.none() | days, outcome=st.none() | st.sampled_from(PregnancyOutcome))
def test_a_pregnancys_end_has_a_day_and_an_outcome_or_neither(due_on, ended_on, outcome):
    found = code(NewFamily(parents=(ANA,), pregnancies=(NewPregnancy(due_on, ended_on, outcome),)))
    assert (found == "pregnancy_end_incomplete") == ((ended_on is None) != (outcome is None))


def test_two_pregnancies_at_a_time_cannot_be():
    two = (NewPregnancy(TODAY), NewPregnancy(TODAY))
    assert code(NewFamily(parents=(ANA,), pregnancies=two)) == "one_pregnancy_at_a_time"


@pytest.mark.parametrize(
    ("baby", "expected"),
    [
        (NewBaby(TODAY, birth_weight_g=299), "weight_impossible"),
        (NewBaby(TODAY, birth_weight_g=300), None),
        (NewBaby(TODAY, gestation_days=139), "gestation_impossible"),
        (NewBaby(TODAY, gestation_days=315), None),
    ],
)
def test_weight_and_gestation_are_possible(baby, expected):
    assert code(NewFamily(parents=(ANA,), babies=(baby,))) == expected


@given(st.text(min_size=1, alphabet=st.characters(categories=["L"])))
def test_a_name_is_the_same_whatever_its_case_and_spaces(name: str):
    assert same_person(f" {name}  Pop", f"{name} pop")
    assert not same_person(name, f"{name}x")
