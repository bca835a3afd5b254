"""What is typed in the one box is read as what it is."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.families.rules.finding import Sought
from kith.finding.rules.typed import sought_by
from kith.kernel.refusal import Refusal

TODAY = date(2026, 11, 30)
BORN = date(1995, 4, 3)
PHONE = "+447700900123"


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("Hawa Ali", Sought("Hawa Ali")),
        ("Ali, Hawa", Sought("Ali Hawa")),
        ("فاطمة", Sought("فاطمة")),
        ("ਕੌਰ", Sought("ਕੌਰ")),
        ("3/4/1995", Sought(days=(BORN,))),
        ("03.04.95", Sought(days=(BORN,))),
        ("3 4 1995", Sought(days=(BORN,))),
        ("1995-04-03", Sought(days=(BORN,))),
        ("3 April 1995", Sought(days=(BORN,))),
        ("3rd apr 95", Sought(days=(BORN,))),
        ("٣/٤/١٩٩٥", Sought(days=(BORN,))),
        ("Hawa 3/4/1995", Sought("Hawa", (BORN,))),
        ("07700 900123", Sought(phone=PHONE)),
        ("+44 (0)7700-900 123", Sought(phone=PHONE)),
        ("Hawa 07700900123", Sought("Hawa", phone=PHONE)),
        ("MK9 3EJ", Sought(postcode="MK9 3EJ")),
        ("mk93ej Hawa", Sought("Hawa", postcode="MK9 3EJ")),
        ("Hawa MK9", Sought("Hawa", postcode="MK9")),
        ("999 123 4578", Sought(nhs_number="9991234578")),
        ("https://kith.example/en/card/" + "a" * 43 + "/", Sought(card="a" * 43)),
        ("32/13/1995 Hawa", Sought("Hawa")),
    ],
)
def test_each_way_of_writing_is_understood(typed, sought):
    assert sought_by(typed, today=TODAY) == sought


@pytest.mark.parametrize(
    ("typed", "code"),
    [("a", "too_little_to_find_by"), ("*", "too_little_to_find_by"), ("%", "too_little_to_find_by"),
     ("7", "too_little_to_find_by"), ("MK9", "half_a_postcode")],
)  # fmt: skip
def test_one_letter_or_everybody_is_refused(typed, code):
    with pytest.raises(Refusal) as refused:
        sought_by(typed, today=TODAY)
    assert refused.value.code == code


@given(st.text(max_size=200))
def test_nothing_that_is_typed_is_an_error(typed):
    with suppress(Refusal):
        assert sought_by(typed, today=TODAY).signs
