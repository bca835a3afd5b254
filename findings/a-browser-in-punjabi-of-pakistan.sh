#!/usr/bin/env bash
# A browser that asks for Punjabi as written in Pakistan, then Urdu, is given Punjabi in Gurmukhi, which its reader cannot read.
#
# Versions: Django 5.2.19, Babel 2.18.0, Werkzeug 3.1.9, langcodes 3.5.1 with language_data 1.4.0.
# Guess: where a site offers pa (Gurmukhi) and ur, "pa-PK, ur" leads to Urdu, as CLDR knows that pa-PK is in Arabic script;
#   and in plain cases the four agree.
# Seen (on offer: en ar bn pa pl ro ur):      Django  Babel  Werkzeug  langcodes
#   pa-PK,ur;q=0.9                            pa      pa     ur        ur
#   pa-Arab-PK,ur;q=0.8                       pa      pa     ur        ur
#   pa-PK alone                               pa      pa     pa        none
#   ur-Latn,en;q=0.5  (Urdu in Latin letters) ur      ur     en        en
#   en-GB,pl;q=0.9                            en      en     pl        en
#   mo  (Moldovan, withdrawn for ro)          none    none   none      ro
#   Django and Babel cut at the hyphen and never look at the script; Babel's own Locale.parse("pa_PK") says pa_Arab_PK.
#   Werkzeug prefers an exact later wish to a near first one, so a British browser with Polish second reads Polish.
# Means: the script decides who can read a page. Before negotiation, turn pa-PK and pa-Arab into ur (or the next wish), and
#   never send someone to a language without a link back in view.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq django==5.2.19 babel==2.18.0 werkzeug==3.1.9 langcodes==3.5.1 language_data==1.4.0 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys

import django
import langcodes
from babel import Locale, negotiate_locale
from django.conf import settings
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

OFFERED = ["en", "ar", "bn", "pa", "pl", "ro", "ur"]
EXPECTED = {
    "pa-PK,ur;q=0.9": ("pa", "pa", "ur", "ur"),
    "pa-Arab-PK,ur;q=0.8": ("pa", "pa", "ur", "ur"),
    "pa-PK": ("pa", "pa", "pa", None),
    "ur-Latn,en;q=0.5": ("ur", "ur", "en", "en"),
    "en-GB,pl;q=0.9": ("en", "en", "pl", "en"),
    "mo": (None, None, None, "ro"),
}
settings.configure(LANGUAGES=[(each, each) for each in OFFERED], LANGUAGE_CODE="xx", USE_I18N=True)
django.setup()

from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header


def by_django(header):
    for wish, _ in parse_accept_lang_header(header):
        try:
            return get_supported_language_variant(wish)
        except LookupError:
            continue
    return None


def by_langcodes(wishes):
    found = (langcodes.closest_match(wish, OFFERED)[0] for wish in wishes)
    return next((each for each in found if each != "und"), None)


changed = 0
for header, expected in EXPECTED.items():
    wishes = [each.partition(";")[0] for each in header.split(",")]
    seen = (
        by_django(header.lower()),
        negotiate_locale([wish.replace("-", "_") for wish in wishes], OFFERED),
        parse_accept_header(header, LanguageAccept).best_match(OFFERED),
        by_langcodes(wishes),
    )
    print(f"{header:22} Django {seen[0]}, Babel {seen[1]}, Werkzeug {seen[2]}, langcodes {seen[3]}")
    changed += seen != expected
full = str(Locale.parse("pa_PK"))
print("Babel's pa_PK is", full)
sys.exit(0 if not changed and full == "pa_Arab_PK" else 1)
PY
