"""What makes two records alike, point by point, and who on them is the same person."""

from datetime import date, timedelta

import pytest

from kith.methods.linkage import (
    Known,
    Likeness,
    Person,
    Reason,
    Traits,
    likeness,
    same_babies,
    same_parents,
    same_pregnancies,
)
from kith.methods.names import hear

DAY = date(2026, 3, 1)
ANA, BEA = hear("Ana Popescu"), hear("Beatrix Khan")
FAMILY = Traits((Person(ANA, date(1990, 5, 5), "+447700900123", "ana@example.org"),))


def other(*, name=BEA, born_on=None, phone="", email="", **traits):
    return Traits((Person(name, born_on, phone, email),), **traits)


@pytest.mark.parametrize(
    ("record", "score", "reasons"),
    [
        (other(), 0, ()),
        (other(name=ANA), 30, (Reason.NAME,)),
        (other(name=ANA, born_on=date(1990, 5, 5)), 55, (Reason.NAME, Reason.BIRTHDAY)),
        (other(name=ANA, born_on=date(1990, 5, 6)), 5, (Reason.NAME, Reason.OTHER_BIRTHDAY)),
        (other(name=ANA, phone="+447700900123"), 65, (Reason.PHONE, Reason.NAME)),
        (other(phone="+447700900123"), 15, (Reason.SHARED_PHONE,)),
        (other(email="ana@example.org"), 45, (Reason.EMAIL,)),
        (other(born_on=date(1990, 5, 5)), 0, ()),
    ],
)
def test_likeness_counts_each_reason_once(record, score, reasons):
    assert likeness(FAMILY, record) == likeness(record, FAMILY) == Likeness(score, reasons)


@pytest.mark.parametrize(
    ("traits", "score", "reasons"),
    [
        ({"postcodes": frozenset({"MK1 1AA"})}, 15, (Reason.POSTCODE,)),
        ({"births": frozenset({DAY})}, 20, (Reason.BABY,)),
        ({"due_on": DAY + timedelta(days=14)}, 15, (Reason.DUE,)),
        ({"due_on": DAY - timedelta(days=14)}, 15, (Reason.DUE,)),
        ({"due_on": DAY + timedelta(days=15)}, 0, ()),
        ({"births": frozenset({DAY + timedelta(days=1)})}, 0, ()),
    ],
)
def test_places_and_days_count_for_the_family(traits, score, reasons):
    one = Traits((), frozenset({"MK1 1AA"}), frozenset({DAY}), DAY)
    assert likeness(one, Traits((), **traits)) == Likeness(score, reasons)


def test_people_look_from_fifty_points_on():
    assert not Likeness(49).is_likely
    assert Likeness(50).is_likely


def known(number, name=ANA, day=DAY, account=None):
    return Known(number, name, day, account)


@pytest.mark.parametrize(
    ("one", "two", "is_same"),
    [
        (known(1), known(2), True),
        (known(1), known(2, day=None), True),
        (known(1), known(2, day=DAY + timedelta(days=1)), False),
        (known(1), known(2, name=BEA), False),
        (known(1, account=7), known(2, account=7), True),
        (known(1, account=7), known(2, account=8), False),
        (known(1, account=7), known(2), True),
    ],
)
def test_a_parent_is_the_same_by_name_unless_a_birthday_or_an_account_says_no(one, two, is_same):
    assert same_parents([one], [two]) == ([(one, two)] if is_same else [])


@pytest.mark.parametrize(
    ("one", "two", "is_same"),
    [
        (known(1), known(2), True),
        (known(1), known(2, name=()), True),
        (known(1, name=()), known(2), True),
        (known(1), known(2, day=DAY + timedelta(days=1)), False),
        (known(1, name=()), known(2, day=DAY + timedelta(days=1)), False),
        (known(1), known(2, name=BEA), False),
        (known(1, name=hear("Ana")), known(2, name=hear("Ana")), True),
        (known(1, name=hear("Ana")), known(2, name=hear("Tim")), False),
    ],
)
def test_a_baby_is_the_same_by_its_day_unless_two_names_say_no(one, two, is_same):
    assert same_babies([one], [two]) == ([(one, two)] if is_same else [])


@pytest.mark.parametrize(("apart", "is_same"), [(0, True), (14, True), (-14, True), (15, False), (-15, False)])
def test_a_pregnancy_is_the_same_where_it_is_due_within_two_weeks(apart, is_same):
    one, two = known(1), known(2, day=DAY + timedelta(days=apart))
    assert same_pregnancies([one], [two]) == ([(one, two)] if is_same else [])
    assert same_pregnancies([one], [known(2, day=None)]) == same_pregnancies([known(1, day=None)], [two]) == []


def test_nobody_is_paired_twice():
    twins, others = [known(1), known(2)], [known(3), known(4), known(5)]
    assert same_babies(twins, others) == [(twins[0], others[0]), (twins[1], others[1])]
