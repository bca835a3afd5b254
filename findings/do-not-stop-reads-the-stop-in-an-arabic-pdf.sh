#!/usr/bin/env bash
# "لا تتوقفي" (do not stop) in a PDF by typst is read back as "ال تتوقفي" (the stop), or backwards; of four readers none has it.
#
# Versions: typst 0.15.2 (its own DejaVu Sans Mono), pypdf 7.1.1, pdfminer.six 20260107, PyMuPDF 2.0.0, pypdfium2 5.15.2.
# Guess: the text of a tagged PDF/UA-1 with a table of letters (ToUnicode) is read as it was written, in each of them.
# Seen (three Arabic lines, "Breastfeeding", "Do not stop", "Call 0300 123 4567 now"):
#   PyMuPDF, pypdfium2   ال تتوقفي   "the stop": the one sign for the two letters of "no" is opened the wrong way round
#   pypdf                تتوقفيلا    the words in the wrong order and run together
#   pdfminer             يفقوتت لا   each word but "no" spelt backwards; the telephone number as 4567, 123, 0300 in lines
#   "Breastfeeding" comes right from PyMuPDF and pypdfium2. Polish and Somali come back as written from all four.
# Means: who searches our leaflets, or has a phone read or translate one, meets "the" for "no" where it matters most: "do not
#   stop". A test that looks for Arabic words in a PDF proves little. Keep the text as a page beside the PDF and read that.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq typst==0.15.2 pypdf==7.1.1 pdfminer.six==20260107 pymupdf==2.0.0 pypdfium2==5.15.2 || exit 2
cd "$work" && venv/bin/python -W ignore - <<'PY'
import io
import sys

import pymupdf
import pypdf
import pypdfium2
import typst
from pdfminer.high_level import extract_text

LEAFLETS = {
    "ar": ["الرضاعة الطبيعية", "لا تتوقفي", "اتصلي على 0300 123 4567 الآن"],
    "pl": ["karmienie piersią"],
    "so": ["naaska nuujinta"],
}
READERS = {
    "pypdf": lambda file: pypdf.PdfReader(io.BytesIO(file)).pages[0].extract_text(),
    "pdfminer": lambda file: extract_text(io.BytesIO(file)),
    "PyMuPDF": lambda file: pymupdf.open(stream=file)[0].get_text(),
    "pypdfium2": lambda file: pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range(),
}


def written(language, lines):
    settings = f'#set document(title: "Leaflet")\n#set text(font: "DejaVu Sans Mono", lang: "{language}")\n'
    return typst.compile((settings + "\n\n".join(lines)).encode(), pdf_standards=["ua-1"])


def read(language, lines):
    file = written(language, lines)
    texts = {who: reader(file) for who, reader in READERS.items()}
    return {who: [line.strip() for line in text.splitlines() if line.strip()] for who, text in texts.items()}


seen = {language: read(language, lines) for language, lines in LEAFLETS.items()}
for who, lines in seen["ar"].items():
    print(who, *lines, sep="\n  ")
breastfeeding, do_not_stop, _call = LEAFLETS["ar"]
second = {who: lines[1] for who, lines in seen["ar"].items()}
as_described = (
    second == {"pypdf": "تتوقفيلا", "pdfminer": "يفقوتت لا", "PyMuPDF": "ال تتوقفي", "pypdfium2": "ال تتوقفي"}
    and do_not_stop not in second.values()
    and seen["ar"]["pdfminer"][3:6] == ["4567", "123", "0300"]
    and seen["ar"]["PyMuPDF"][0] == seen["ar"]["pypdfium2"][0] == breastfeeding
    and all(lines == LEAFLETS[language] for language in ("pl", "so") for lines in seen[language].values())
)
sys.exit(0 if as_described else 1)
PY
