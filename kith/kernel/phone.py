"""Telephone numbers as people type them, made regular."""

import phonenumbers


def parse(text: str) -> str:
    """The number in international form ("+447700900123"); ValueError where it cannot be one."""
    try:
        number = phonenumbers.parse(text, "GB")
    except phonenumbers.NumberParseException as error:
        raise ValueError(f"phone: {text.strip()!r} is not a telephone number") from error
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        raise ValueError(f"phone: {text.strip()!r} has too few or too many digits")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def spoken(number: str) -> str:
    """The number as it is usually written at home ("07700 900123")."""
    return phonenumbers.format_number(phonenumbers.parse(number, "GB"), phonenumbers.PhoneNumberFormat.NATIONAL)
