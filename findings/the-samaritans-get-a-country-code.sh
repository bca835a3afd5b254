#!/usr/bin/env bash
# 116 123, the Samaritans' number, becomes tel:+44-116123, which rings nowhere; the library finds that "possible".
#
# Versions: phonenumbers 9.0.43.
# Guess: a number that is short in its own country is refused by `parse`, or is written as it is dialled; and "possible" and
#   "valid" agree on numbers that everybody knows.
# Seen (parsed for GB):
#   typed       possible  valid   RFC 3966          known to the separate module for short numbers
#   116 123     yes       no      tel:+44-116123    yes, free of charge
#   0800 1111   yes       yes     tel:+44-800-1111  no
#   111         no        no      tel:+44-111       yes, cost unknown (it is free)
#   999         no        no      tel:+44-999       yes, an emergency number
# Short numbers have no international form; the module for them has no function that writes one down.
# Means: a form that lets pass what is "possible" and links it as the standard says gives a woman in despair a link that fails
#   on her phone, and one that asks for "valid" refuses 999, 111 and 116 123 as mistyped. Ask the module for short numbers
#   first, and link those as they are dialled.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq phonenumbers==9.0.43 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys

import phonenumbers
from phonenumbers import PhoneNumberFormat, shortnumberinfo

FREE, UNKNOWN = 0, 3
EXPECTED = {
    "116 123": (True, False, "tel:+44-116123", True, FREE, False),
    "0800 1111": (True, True, "tel:+44-800-1111", False, UNKNOWN, False),
    "111": (False, False, "tel:+44-111", True, UNKNOWN, False),
    "999": (False, False, "tel:+44-999", True, FREE, True),
}


def said_of(typed):
    number = phonenumbers.parse(typed, "GB")
    return (
        phonenumbers.is_possible_number(number),
        phonenumbers.is_valid_number(number),
        phonenumbers.format_number(number, PhoneNumberFormat.RFC3966),
        shortnumberinfo.is_valid_short_number_for_region(number, "GB"),
        shortnumberinfo.expected_cost_for_region(number, "GB"),
        shortnumberinfo.is_emergency_number(typed, "GB"),
    )


said = {typed: said_of(typed) for typed in EXPECTED}
for typed, each in said.items():
    print(f"{typed:10}", *each)
writers = [name for name in dir(shortnumberinfo) if name.startswith("format")]
print("functions for short numbers that write one down:", writers)
sys.exit(0 if said == EXPECTED and writers == [] else 1)
PY
