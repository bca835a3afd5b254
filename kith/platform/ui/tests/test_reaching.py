"""A telephone number is taken, or refused with what is wrong and what to write."""

import pytest
from django.forms import ValidationError
from django.utils.translation import override

from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.kernel.phone import Fault
from kith.platform.ui.reaching import PHONE_FAULTS, PhoneField


def said_of(typed: str) -> str:
    with pytest.raises(ValidationError) as refused:
        PhoneField().clean(typed)
    (words,) = refused.value.messages
    return words


def test_a_number_is_kept_as_it_is_stored_and_none_is_none() -> None:
    assert PhoneField().clean(" 07700 900123 ") == "+447700900123"
    assert PhoneField().clean("") == ""


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("07700 90012", "Check the phone number: a digit is missing, too many or wrong. Write it like 07700 900123"),
        ("07700 900123 (mum)", "Write one phone number and no other words, like 07700 900123"),
        (
            "07700 900123 x5",
            "Leave out the extension and write a number that can be called directly, like 07700 900123",
        ),
        ("no phone", "Enter a telephone number, like 0300 100 0212"),
    ],
)
def test_a_refused_number_says_what_to_write_instead(typed: str, words: str) -> None:
    assert said_of(typed) == words


def test_every_fault_is_said_differently_in_every_language() -> None:
    assert set(PHONE_FAULTS) == set(Fault) - {Fault.NO_NUMBER}  # for that one each form has its own words
    said = set()
    for language in INTERFACE_LANGUAGES:
        with override(language.code):
            said |= {str(words) for words in PHONE_FAULTS.values()}
    assert len(said) == len(PHONE_FAULTS) * len(INTERFACE_LANGUAGES)
