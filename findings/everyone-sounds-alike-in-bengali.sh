#!/usr/bin/env bash
# Fatema, Khadija and Rahima sound the same once they are written in Bengali, Gurmukhi or Arabic letters: their code is "".
#
# Versions: jellyfish 1.3.0, Metaphone 0.6, pyphonetics 0.5.3.
# Guess: a phonetic code of a name it cannot spell is an error, None, or the name itself; never equal for different names.
# Seen (the code of each of six names, in three scripts):
#   jellyfish.metaphone, Metaphone's doublemetaphone   "" for all six; so any two are equal
#   jellyfish.soundex                                  the first letter and 000, so Fatema is Farzana
#   jellyfish.nysiis, match_rating_codex               the name itself, or nearly: no two are alike
#   pyphonetics' Soundex                               real codes, by way of Latin letters; فاطمة is F350, ফাতেমা P350
#   In Latin letters all of them tell all strangers apart.
# Means: a search for duplicates that first groups by sound puts every mother whose name stands in Bengali in one group, and
#   "same sound, same birthday" makes one family of two. Write names in Latin letters first, and let an empty code match nothing.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq jellyfish==1.3.0 metaphone==0.6 pyphonetics==0.5.3 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys

import jellyfish
from metaphone import doublemetaphone
from pyphonetics import Soundex

NAMES = ["ফাতেমা", "ফারজানা", "খাদিজা", "ਸਿਮਰਨ", "فاطمة", "رحيمة"]
LATIN = ["Fatema", "Farzana", "Khadija", "Simran", "Fatima", "Rahima"]
CODES = {
    "metaphone": jellyfish.metaphone,
    "double metaphone": doublemetaphone,
    "soundex": jellyfish.soundex,
    "nysiis": jellyfish.nysiis,
    "match rating": jellyfish.match_rating_codex,
    "pyphonetics": Soundex().phonetics,
}
seen = {code: [by(name) for name in NAMES] for code, by in CODES.items()}
latin = {code: [by(name) for name in LATIN] for code, by in CODES.items()}
for code in CODES:
    print(f"{code:17}", *seen[code], "|", *latin[code])
strangers = [(one, other) for one in range(6) for other in range(one) if (one, other) != (4, 0)]
as_described = (
    set(seen["metaphone"]) == {""}
    and set(seen["double metaphone"]) == {("", "")}
    and seen["soundex"] == [f"{name[0]}000" for name in NAMES]
    and seen["nysiis"] == NAMES and len(set(seen["match rating"])) == len(NAMES)
    and seen["pyphonetics"][0] == "P350" and seen["pyphonetics"][4] == "F350"
    and all(codes[one] != codes[other] for codes in latin.values() for one, other in strangers)
)
sys.exit(0 if as_described else 1)
PY
