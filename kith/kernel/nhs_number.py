"""NHS numbers: ten digits, the last of which checks the others (modulus 11)."""

import re


def parse(text: str) -> str:
    """The ten digits; ValueError where the number is not one."""
    digits = re.sub(r"[\s-]", "", text)
    if not re.fullmatch(r"[0-9]{10}", digits):
        raise ValueError("NHS number: ten digits are needed")
    if not is_whole(digits):
        raise ValueError("NHS number: the last digit does not fit the others; look for a slip")
    # They may fit, and are typed where there is no number: findings/nines-throughout-are-a-valid-nhs-number.sh
    if len(set(digits)) == 1:
        raise ValueError("NHS number: ten equal digits are nobody's number; leave it empty where it is not known")
    return digits


def is_whole(digits: str) -> bool:
    """Whether the last of ten digits fits the others."""
    return check_digit(digits[:9]) == int(digits[9])


def check_digit(nine: str) -> int:
    """The digit that belongs behind these nine (10 where no number can begin so)."""
    total = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11


def spoken(number: str) -> str:
    """The number in the usual groups ("943 476 5919")."""
    return f"{number[:3]} {number[3:6]} {number[6:]}"
