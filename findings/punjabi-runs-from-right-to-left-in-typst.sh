#!/usr/bin/env bash
# typst sets Punjabi from right to left and Sorani from left to right; with the direction put right the PDF still says so.
#
# Versions: typst 0.15.2 (Python binding of the same number), pypdf 7.1.1.
# Guess: the language decides the direction as in CLDR (pa and pa-IN: left to right; ckb: right to left), and where the
#   author sets `dir`, that is all there is to it.
# Seen (where the first letter of a 200 pt wide page stands; the PDF's /Direction; the quotation marks of "q"):
#   en                         10 pt  L2R  “q”
#   pa, pa with region "IN"   183 pt  R2L  ”q“     the page is mirrored
#   pa, dir: ltr               10 pt  R2L  ”q“     the letters are right; the marks and the PDF's reading direction not
#   ckb                        10 pt  L2R  “q”     Sorani is mirrored the other way
#   ckb, dir: rtl             183 pt  L2R  “q”
#   skr, pnb, rhg (Saraiki, Western Punjabi, Rohingya) stand as ckb does. That pa is wrong is known upstream; that `dir`
#   leaves /ViewerPreferences alone is what bites those who mend it.
# Means: a viewer that shows two pages side by side, or a printer's booklet, puts the pages of a Punjabi leaflet in the
#   wrong order. Set `dir` for every language, put /Direction right with a PDF library afterwards, and test both.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq typst==0.15.2 pypdf==7.1.1 || exit 2
"$work/venv/bin/python" - <<'PY'
import io
import sys

import typst
from pypdf import PdfReader

EXPECTED = {
    'lang: "en"': (10, "/L2R", "“q”"),
    'lang: "pa"': (183, "/R2L", "”q“"),
    'lang: "pa", region: "IN"': (183, "/R2L", "”q“"),
    'lang: "pa", dir: ltr': (10, "/R2L", "”q“"),
    'lang: "ckb"': (10, "/L2R", "“q”"),
    'lang: "ckb", dir: rtl': (183, "/L2R", "“q”"),
    'lang: "skr"': (10, "/L2R", "“q”"),
    'lang: "pnb"': (10, "/L2R", "“q”"),
    'lang: "rhg"': (10, "/L2R", "“q”"),
}


def read(source):
    return PdfReader(io.BytesIO(typst.compile(source.encode())))


def page(settings, text):
    return read(f"#set page(width: 200pt, height: 80pt, margin: 10pt)\n#set text({settings})\n{text}")


changed = 0
for settings, expected in EXPECTED.items():
    starts = []
    pdf = page(settings, "X")
    pdf.pages[0].extract_text(visitor_text=lambda text, cm, tm, *_: starts.append(cm[4] + tm[4]) if text.strip() else None)
    quoted = page(settings, 'x "q" x').pages[0].extract_text().split()[1]
    seen = (round(starts[0]), pdf.trailer["/Root"]["/ViewerPreferences"]["/Direction"], quoted)
    print(f"{settings:26} {seen}")
    changed += seen != expected
sys.exit(1 if changed else 0)
PY
