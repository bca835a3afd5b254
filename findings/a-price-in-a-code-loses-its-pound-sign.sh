#!/usr/bin/env bash
# A QR code that says "£5" is read as "｣5", with a Japanese bracket for the pound; with one more word it is right.
#
# Versions: segno 1.6.6, qrcode 8.2, zxing-cpp 3.1.1, Pillow 13.0.0.
# Guess: what segno writes zxing-cpp reads; where the kind of letters must be told, segno tells it when asked by eci=True.
# Seen (written by segno as it comes):
#   "£5"        "｣5"             "Deposit £20"      right
#   "½ pint"    "ｽ pint"         "Café £2"          right
#   "3·2 kg"    "3ｷ2 kg"         "Fenugreek 5 µg"   right
#   segno.make(text, eci=True)                  the same: Latin 1 is the format's own, so no mark is written for it
#   segno.make(text, encoding="utf-8"), qrcode  right
#   The writer takes Latin 1 wherever it fits and says nothing; the reader finds nothing said and guesses from the bytes: in
#   a short text the byte of "£" looks like Japanese (Shift JIS, half width).
# Means: a label "£5" on a pump for hire, tried with a long text in the office, is nonsense on a mother's phone. Write UTF-8
#   by name, and read every printed code back with another library before it goes to the printer.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq segno==1.6.6 qrcode==8.2 zxing-cpp==3.1.1 pillow==13.0.0 || exit 2
"$work/venv/bin/python" - <<'PY'
import io
import sys

import qrcode
import segno
import zxingcpp
from PIL import Image

SPOILT = {"£5": "｣5", "½ pint": "ｽ pint", "3·2 kg": "3ｷ2 kg"}
RIGHT = ["Deposit £20", "Café £2", "Fenugreek 5 µg"]


def read(picture):
    (found,) = zxingcpp.read_barcodes(Image.open(picture).convert("L"))
    return found.text


def by_segno(text, **how):
    picture = io.BytesIO()
    segno.make(text, micro=False, **how).save(picture, kind="png", scale=8)
    return read(picture)


def by_qrcode(text):
    picture = io.BytesIO()
    qrcode.make(text).save(picture)
    return read(picture)


texts = [*SPOILT, *RIGHT]
plain = {text: by_segno(text) for text in texts}
marked = {text: by_segno(text, eci=True) for text in texts}
utf8 = {text: by_segno(text, encoding="utf-8") for text in texts}
other = {text: by_qrcode(text) for text in texts}
for text in texts:
    print(f"{text!r:18} as it comes {plain[text]!r:18} eci {marked[text]!r:18} utf-8 {utf8[text]!r:18} qrcode {other[text]!r}")
truth = {text: text for text in texts}
as_described = plain == marked == truth | SPOILT and utf8 == other == truth
sys.exit(0 if as_described else 1)
PY
