#!/usr/bin/env bash
# The language a family asks for, looked up by its usual English name, comes back as another language or as none.
#
# Versions: pycountry 26.2.16, langcodes 3.5.1 with language_data 1.4.0, iso639-lang 2.6.3, Babel 2.18.0.
# Guess: a name that interpreters and midwives use daily gives the right code in each library, or an error in all.
# Seen:
#   BSL       pycountry: Basa-Gumna (a dead language of Nigeria; "bsl" is its code, and codes are tried first)
#   Roma      pycountry, iso639-lang: Roma (a language of Indonesia), not Romany
#   Pahari    pycountry, iso639-lang: Pahari of Nepal, not Pahari-Potwari of Mirpur
#   Hindko    langcodes: Hindi          Karen   langcodes: Kari (a language of Central Africa)
#   Pidgin    langcodes: Pijin (of Solomon Islands), not Nigerian Pidgin
#   Punjabi, Pashto, Farsi, Kurmanji, Mandarin   pycountry: unknown (its names are Panjabi, Pushto, Persian, ...)
#   Panjabi, Pushto, Farsi, Uighur               Babel's English names: unknown
# Means: never turn typed language names into codes by a library. Offer a list of the languages a place books, each with
# the words people use for it, and let the person choose; a wrong code books an interpreter nobody understands.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq pycountry==26.2.16 langcodes==3.5.1 language_data==1.4.0 iso639-lang==2.6.3 babel==2.18.0 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys

import iso639
import langcodes
import pycountry
from babel import Locale

ENGLISH = {name.lower(): code for code, name in Locale("en").languages.items()}


def by_pycountry(name):
    return pycountry.languages.lookup(name).alpha_3


def by_langcodes(name):
    return str(langcodes.find(name))


def by_iso639(name):
    return iso639.Lang(name).pt3


def by_babel(name):
    return ENGLISH[name.lower()]


EXPECTED = {
    (by_pycountry, "BSL"): "bsl",
    (by_pycountry, "Roma"): "rmm",
    (by_iso639, "Roma"): "rmm",
    (by_pycountry, "Pahari"): "phj",
    (by_iso639, "Pahari"): "phj",
    (by_langcodes, "Hindko"): "hi",
    (by_langcodes, "Karen"): "kbj",
    (by_langcodes, "Pidgin"): "pis",
    **{(by_pycountry, name): None for name in ("Punjabi", "Pashto", "Farsi", "Kurmanji", "Mandarin")},
    **{(by_babel, name): None for name in ("Panjabi", "Pushto", "Farsi", "Uighur")},
}

changed = 0
for (look_up, name), expected in EXPECTED.items():
    try:
        seen = look_up(name)
    except LookupError:
        seen = None
    except iso639.exceptions.InvalidLanguageValue:
        seen = None
    of = pycountry.languages.get(alpha_3=seen) if seen and len(seen) == 3 else None
    print(f"{look_up.__name__[3:]:10} {name:9} -> {seen} {of.name if of else ''}")
    changed += seen != expected
sys.exit(1 if changed else 0)
PY
