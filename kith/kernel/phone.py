"""Telephone numbers as people type them, made regular."""

import re
from enum import StrEnum

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, ValidationResult, shortnumberinfo

BRITISH = 44
# The thousands that Ofcom keeps for drama and gives to nobody, without their last three digits: demonstrations and
# examples use them, and not all of them (07700 900, 01632 960, 0115 496 0) are in the library's list of numbers in use.
# https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
_FOR_DRAMA = frozenset(
    {
        "1134960", "1144960", "1154960", "1164960", "1174960", "1184960", "1214960", "1314960", "1414960", "1514960",
        "1614960", "1914980", "2079460", "2896496", "2920180", "1632960", "7700900", "8081570", "9098790", "3069990",
    }
)  # fmt: skip
# Numbers of three digits, and those that mean the same in all of Europe: the Samaritans' is one. They are dialled as
# they stand and have no international form; longer short numbers are for texts.
# https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbering-policy
_SHORT = re.compile(r"1\d\d|999|116\d{3}")
_LEAD = re.compile(r"^\W*tel(ephone)?\b", re.IGNORECASE)
# https://www.relayuk.bt.com/: people who cannot hear or speak dial 18001 before a number, others 18002 before theirs.
_RELAY = re.compile(r"^\W*1800[12]\W*[0+]")
_WRONG_LENGTH = frozenset(
    {NumberParseException.TOO_SHORT_AFTER_IDD, NumberParseException.TOO_SHORT_NSN, NumberParseException.TOO_LONG}
)


class Fault(StrEnum):
    """What is wrong with a text that should be a telephone number."""

    NO_NUMBER = "is not a telephone number"
    WRONG_DIGITS = "has a digit missing, too many or wrong"
    WORDS_BESIDE = "has words beside the number"
    EXTENSION = "has an extension, and only a number that is rung directly is kept"
    RELAY = "begins with the prefix of Relay UK, which is dialled before the number and is no part of it"


class NotATelephoneNumber(ValueError):
    """A text that is refused as a telephone number, with what is wrong with it."""

    def __init__(self, text: str, fault: Fault) -> None:
        super().__init__(f"phone: {text.strip()!r} {fault}")
        self.fault = fault


def parse(text: str) -> str:
    """The number in international form ("+447700900123"); NotATelephoneNumber where it is none.

    A British number must be of a kind in use; of others only the length is known well enough.
    """
    if _RELAY.match(text):
        raise NotATelephoneNumber(text, Fault.RELAY)
    try:
        number = phonenumbers.parse(text, "GB")
    except NumberParseException as error:
        fault = Fault.WRONG_DIGITS if error.error_type in _WRONG_LENGTH else Fault.NO_NUMBER
        raise NotATelephoneNumber(text, fault) from error
    if number.extension:
        raise NotATelephoneNumber(text, Fault.EXTENSION)
    if any(sign.isalpha() for sign in _LEAD.sub("", text)):
        raise NotATelephoneNumber(text, Fault.WORDS_BESIDE)
    if not _may_be_in_use(number):
        raise NotATelephoneNumber(text, Fault.WRONG_DIGITS)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def parse_published(text: str) -> str:
    """The number of a service, as ``parse`` gives it, or a short one that all of Britain dials ("116123")."""
    digits = re.sub(r"\s", "", text)
    if _SHORT.fullmatch(digits) and shortnumberinfo.is_valid_short_number_for_region(
        phonenumbers.parse(digits, "GB"), "GB"
    ):
        return digits
    return parse(text)


def spoken(number: str) -> str:
    """The number as it is usually written at home ("07700 900123")."""
    return phonenumbers.format_number(phonenumbers.parse(number, "GB"), phonenumbers.PhoneNumberFormat.NATIONAL)


def _may_be_in_use(number: PhoneNumber) -> bool:
    if number.country_code != BRITISH:
        return phonenumbers.is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE
    digits = phonenumbers.national_significant_number(number)
    return phonenumbers.is_valid_number(number) or (len(digits) == 10 and digits[:7] in _FOR_DRAMA)
