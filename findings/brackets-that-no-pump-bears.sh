#!/usr/bin/env bash
# The maker's code on a breast pump is read as "(01)0950…(10)LOT7": the brackets are not in the code, and a separator is gone.
#
# Versions: zxing-cpp 3.1.1, Pillow 12.0.0, NumPy 2.4.6.
# Guess: `text` is what the code holds, as it is for every other code; what is written for people is asked for by name.
# Seen (a Data Matrix as the rules for medical devices ask for: item, use-by date, batch, serial):
#   text                    (01)09506000134352(17)280630(10)LOT7(21)P-0042
#   bytes                   01095060001343521728063010LOT7<GS>21P-0042
#   text, asked for Plain   the same as bytes
#   content_type            GS1
# For codes of this one kind the library's default writes for people to read; for all others it gives the content.
# Means: a register that stores what the camera read finds no pump by what a hand scanner types, and a parser of such codes,
#   made for the separator, meets a bracket. Tags of one's own work, so nothing is noticed until the maker's label is scanned
#   in a recall. Ask for the plain text, and keep the bytes.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq zxing-cpp==3.1.1 pillow==12.0.0 numpy==2.4.6 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys

import zxingcpp

LABEL = "(01)09506000134352(17)280630(10)LOT7(21)P-0042"
HELD = b"01095060001343521728063010LOT7\x1d21P-0042"
picture = zxingcpp.create_barcode(LABEL, zxingcpp.BarcodeFormat.DataMatrix, gs1=True).to_image(scale=6)
(read,) = zxingcpp.read_barcodes(picture)
(plain,) = zxingcpp.read_barcodes(picture, text_mode=zxingcpp.TextMode.Plain)
own_picture = zxingcpp.create_barcode("P-0042", zxingcpp.BarcodeFormat.DataMatrix).to_image(scale=6)
(own,) = zxingcpp.read_barcodes(own_picture)
print("text", repr(read.text))
print("bytes", bytes(read.bytes))
print("plain", repr(plain.text))
print("a tag of one's own", repr(own.text))
as_described = (
    read.text == LABEL
    and bytes(read.bytes) == HELD
    and plain.text.encode() == HELD
    and read.content_type == zxingcpp.ContentType.GS1
    and own.text == "P-0042"
)
sys.exit(0 if as_described else 1)
PY
