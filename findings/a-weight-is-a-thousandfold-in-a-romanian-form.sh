#!/usr/bin/env bash
# On a Romanian form of Django "3.25" kg is 3.25 and "3.250" kg is 3250; on an English one "3,25" is 325.
#
# Versions: Django 5.2.19.
# Guess: one who types a weight with the other language's decimal sign is refused, or understood, however many digits follow.
# Seen (USE_THOUSAND_SEPARATOR on, DecimalField(localize=True); x: refused):
#                   3.2     3.25    3.250   3,25    3,250
#   ro, ar, tr      3.2     3.25    3250    3.25    3.250
#   en-gb, bn, pa   3.2     3.25    3.250   325     3250
#   pl              3.2     3.25    3.250   3.25    3.250
#   A single full stop with anything but three digits behind it is taken for the decimal sign; with three it is dropped. In
#   English each comma is dropped wherever it stands. In Polish, whose thousands are parted by a space, all are right.
# Means: "3.250" is how a Romanian scale shows the weight, and 3,25 how a Polish mother writes it on an English page; one is a
#   thousandfold, one a hundredfold. Do not localize numbers in fields for weights: take either sign as decimal, and no thousands.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq django==5.2.19 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys

import django
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation

settings.configure(USE_I18N=True, USE_THOUSAND_SEPARATOR=True, LANGUAGE_CODE="en-gb")
django.setup()
TYPED = ["3.2", "3.25", "3.250", "3,25", "3,250"]
EXPECTED = (
    dict.fromkeys(("ro", "ar", "tr"), ["3.2", "3.25", "3250", "3.25", "3.250"])
    | dict.fromkeys(("en-gb", "bn", "pa"), ["3.2", "3.25", "3.250", "325", "3250"])
    | {"pl": ["3.2", "3.25", "3.250", "3.25", "3.250"]}
)


def read(text):
    try:
        return str(forms.DecimalField(localize=True).clean(text))
    except ValidationError:
        return "x"


def all_read(language):
    with translation.override(language):
        return [read(text) for text in TYPED]


seen = {language: all_read(language) for language in EXPECTED}
print("typed", TYPED)
for language, answers in seen.items():
    print(f"{language:5}", answers)
sys.exit(0 if seen == EXPECTED else 1)
PY
