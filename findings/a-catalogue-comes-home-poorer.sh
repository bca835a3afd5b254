#!/usr/bin/env bash
# A gettext catalogue sent to translators as XLIFF or as a spreadsheet comes back without contexts, plurals and doubts.
#
# Versions: translate-toolkit 3.20.4, Babel 2.18.0.
# Guess: XLIFF, made for this, brings back what was sent; CSV, which has three columns, refuses what it cannot hold.
# Seen (Arabic, six plural forms; "Book" twice, as a verb and as a noun, each with its context; one entry marked fuzzy):
#   po2xliff, xliff2po         plurals and fuzzy kept; both contexts gone: one "Book" left, the verb, with context ""
#   po2csv, csv2po -t TEMPLATE the first Arabic form kept, five empty; "Book" the noun kept, the verb empty; fuzzy comes
#                              back as checked; "-٥" comes back as "'-٥", with the apostrophe that guards spreadsheets
#   po2csv, csv2po             the plural is two messages of one form; "-5 degrees" is looked for as "'-5 degrees"
#   All of them exit 0; stderr has a line about a duplicate, or one entry "not found".
# Means: send the .po file itself. Whatever comes back, compare message by message with what was sent (id, context, number of
#   forms, flags) before it replaces anything; a verb on a button that should be a noun passes every other check.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq translate-toolkit==3.20.4 babel==2.18.0 || exit 2
cd "$work"
cat > catalogues.py <<'PY'
import sys

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

FORMS = tuple(f"{letter} %(n)s" for letter in "ابتثجح")
SENT = [
    (("%(n)s place", "%(n)s places"), None, FORMS, False),
    ("Book", "verb", "احجز", False),
    ("Book", "noun", "كتاب", False),
    ("-5 degrees", None, "-٥", False),
    ("Doubtful", None, "ربما", True),
]
XLIFF = {("%(n)s place", None): (FORMS, False), ("Book", ""): ("احجز", False), ("-5 degrees", None): ("-٥", False),
         ("Doubtful", None): ("ربما", True)}
CSV = {("%(n)s place", None): ((FORMS[0], "", "", "", "", ""), False), ("Book", "verb"): ("", False),
       ("Book", "noun"): ("كتاب", False), ("-5 degrees", None): ("'-٥", False), ("Doubtful", None): ("ربما", False)}
BARE = {("%(n)s place", None): (FORMS[0], False), ("%(n)s places", None): (FORMS[1], False), ("Book", ""): ("احجز", False),
        ("'-5 degrees", None): ("'-٥", False), ("Doubtful", None): ("ربما", False)}


def write(name, *, filled):
    catalogue = Catalog(locale="ar")
    for source, context, words, doubtful in SENT:
        empty = ("",) * len(words) if isinstance(words, tuple) else ""
        flags = ["fuzzy"] if doubtful and filled else []
        catalogue.add(source, words if filled else empty, context=context, flags=flags)
    with open(name, "wb") as file:
        write_po(file, catalogue)


def back(name):
    with open(name, "rb") as file:
        messages = [each for each in read_po(file, locale="ar") if each.id]
    sources = [each.id if isinstance(each.id, str) else each.id[0] for each in messages]
    return {(source, each.context): (each.string, each.fuzzy) for source, each in zip(sources, messages)}


if sys.argv[1] == "send":
    write("sent.po", filled=True)
    write("template.pot", filled=False)
    sys.exit(0)
changed = 0
for name, expected in {"xliff.po": XLIFF, "csv.po": CSV, "bare.po": BARE}.items():
    seen = back(name)
    print(name, *(f"{source} [{context}]: {words}{' fuzzy' if doubt else ''}" for (source, context), (words, doubt) in seen.items()),
          sep="\n    ")
    changed += seen != expected
sys.exit(1 if changed else 0)
PY
venv/bin/python catalogues.py send
PATH="$work/venv/bin:$PATH"
po2xliff --progress=none sent.po sent.xlf && xliff2po --progress=none sent.xlf xliff.po
po2csv --progress=none sent.po sent.csv && csv2po --progress=none -t template.pot sent.csv csv.po
csv2po --progress=none sent.csv bare.po
python catalogues.py compare
