#!/usr/bin/env bash
# "03/04/2027" on a Django form in Punjabi, Urdu, Arabic or Somali is 4 March; in Bengali, Welsh and British English 3 April.
#
# Versions: Django 5.2.19, Babel 2.19.0.
# Guess: the active language decides, and every language that writes day before month (these all do) reads it so; where
#   Django has no formats for a language it refuses, or takes those of the site's own language.
# Seen (LANGUAGE_CODE "en-gb"; DateField().clean under translation.override):
#   en-gb, bn, cy, tr       3 April
#   ar, fa, hi, pa, so, ur  4 March
#   pl, ro, uk              refused: they want full stops
#   Babel writes 3 April 2027 as a short date for pa, so and ur; DateField reads that back as 4 March. 13/04/2027 is refused.
#   A language without a list of its own falls back to Django's global one, which begins with %m/%d/%Y, not to LANGUAGE_CODE.
# Means: up to the twelfth of each month a baby's birthday typed on the Punjabi page is another day, without an error, and
#   feeding at six weeks is counted from there. Give DateField its input_formats, or three fields, in each language alike.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq django==5.2.19 babel==2.19.0 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys
from datetime import date

import django
from babel.dates import format_date
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation

settings.configure(USE_I18N=True, LANGUAGE_CODE="en-gb")
django.setup()
APRIL, MARCH = date(2027, 4, 3), date(2027, 3, 4)
EXPECTED = (
    dict.fromkeys(("en-gb", "bn", "cy", "tr"), APRIL)
    | dict.fromkeys(("ar", "fa", "hi", "pa", "so", "ur"), MARCH)
    | dict.fromkeys(("pl", "ro", "uk"), "refused")
)


def read(text, language):
    with translation.override(language):
        try:
            return forms.DateField().clean(text)
        except ValidationError:
            return "refused"


seen = {language: read("03/04/2027", language) for language in EXPECTED}
late = {language: read("13/04/2027", language) for language in EXPECTED if EXPECTED[language] == MARCH}
written = {language: format_date(APRIL, "short", locale=language) for language in ("pa", "so", "ur")}
back = {language: read(text, language) for language, text in written.items()}
print({language: str(day) for language, day in seen.items()})
print("13/04/2027:", late)
print("written by Babel:", written, "read by Django:", {language: str(day) for language, day in back.items()})
as_described = seen == EXPECTED and set(late.values()) == {"refused"} and set(back.values()) == {MARCH}
sys.exit(0 if as_described else 1)
PY
