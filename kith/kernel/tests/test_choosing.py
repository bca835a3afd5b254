"""A choice is understood by its words, or by so many of them as no other choice has."""

import pytest

from kith.kernel.choosing import chosen

OFFERED = [("", "Choose"), ("pa", "ਪੰਜਾਬੀ (Punjabi)"), ("pl", "Polski (Polish)"), ("pt", "Português (Portuguese)"),
           ("pt-br", "Português do Brasil (Brazilian Portuguese)"), ("7", "Grace Obi, Health visitor")]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("ਪੰਜਾਬੀ (Punjabi)", "pa"), ("punjabi", "pa"), ("POL", "pl"), ("portugues (portuguese)", "pt"),
        ("brazil", "pt-br"),
        ("pl", "pl"), ("grace", "7"), ("obi health", "7"), ("7", "7"),
        ("portuguese", "portuguese"), ("", ""), ("choose", "choose"), (" klingon ", "klingon"), ("%", "%"),
    ],
)  # fmt: skip
def test_what_is_typed_is_the_choice_that_is_meant_or_none(typed, value):
    assert chosen(typed, OFFERED) == value
