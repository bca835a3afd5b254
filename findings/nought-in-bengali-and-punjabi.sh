#!/usr/bin/env bash
# Babel has two rules for "0 places" in Bengali and Punjabi, one for its catalogues and one for its locales, and they differ.
#
# Versions: Babel 2.18.0, translate-toolkit 3.20.4.
# Guess: the Plural-Forms that Babel writes into a new catalogue follow the CLDR rules that Babel ships.
# Seen:                  catalogue (gettext)           CLDR, in the same package        translate-toolkit
#   Bengali, Punjabi     n != 1: 0 is plural           0 is singular ("one")            n > 1: 0 is singular
#   (also Hindi, Gujarati, Amharic, Tigrinya)
#   Persian              1 form for everything         2 forms                          2 forms, n > 1
#   Welsh                5 forms                       6 forms                          2 forms, n == 2
#   Arabic, Polish, Romanian, Somali, Urdu             the same in all three
# Means: a catalogue that travels from Babel to a translator's tool and back can come home with another formula or another
#   number of forms, and words move to other numbers without an error. Pin Plural-Forms for each language in a test, ask a
#   reader of the language which form nought takes, and compare the header whenever a file comes back.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq babel==2.18.0 translate-toolkit==3.20.4 || exit 2
"$work/venv/bin/python" - <<'PY'
import gettext
import sys

from babel import Locale
from babel.messages.plurals import get_plural
from translate.lang import data

NUMBERS = range(201)


def same_as_one(rule):
    """The numbers that take the words of 1."""
    return [n for n in NUMBERS if rule(n) == rule(1)]


def three(language):
    """For catalogue, CLDR and translate-toolkit: how many forms, and which numbers take the words of 1."""
    catalogue, locale, toolkit = get_plural(language), Locale(language).plural_form, data.languages[language]
    rules = (gettext.c2py(catalogue.plural_expr), locale, gettext.c2py(toolkit[2]))
    return [(len({rule(n) for n in NUMBERS}), same_as_one(rule)) for rule in rules]


changed = 0
for language in ("bn", "pa", "hi", "gu", "am", "ti"):
    catalogue, cldr, toolkit = three(language)
    print(language, "words of 1 - catalogue:", catalogue[1], "CLDR:", cldr[1], "translate-toolkit:", toolkit[1])
    changed += (catalogue[1], cldr[1], toolkit[1]) != ([1], [0, 1], [0, 1])
for language, expected in {"fa": [1, 2, 2], "cy": [5, 6, 2]}.items():
    forms = [count for count, _ in three(language)]
    print(language, "forms - catalogue, CLDR, translate-toolkit:", forms)
    changed += forms != expected
for language in ("ar", "pl", "ro", "so", "ur"):
    catalogue, cldr, toolkit = three(language)
    print(language, "agree:", catalogue == cldr == toolkit)
    changed += not catalogue == cldr == toolkit
sys.exit(1 if changed else 0)
PY
