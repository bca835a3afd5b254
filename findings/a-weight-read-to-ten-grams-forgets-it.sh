#!/usr/bin/env bash
# 3.20 kg, read to ten grams, is 3.2 kg after fhir.resources, also where it was given as Decimal("3.20").
#
# Versions: fhir.resources 8.3.0 with fhir-core 1.1.12 and pydantic 2.14.4; fhirclient 4.4.0.
# Guess: FHIR asks that the precision of a decimal be kept, and the field is a Decimal: JSON in, JSON out keeps the nought.
# Seen (an Observation's valueQuantity, read and written):                  held as             written as
#   fhir.resources  model_validate_json of 3.20, 3.00                        3.2, 3.0            3.2, 3.0
#   fhir.resources  model_validate of Decimal("3.20"), Decimal("3.00")       3.20, 3.00          3.2, 3.0
#   fhir.resources  model_dump() of these, which is not JSON                                     3.2, a float
#   fhirclient      3.20 as a float; a Decimal                               3.2; refused        3.2
# Means: an analyst can no longer tell scales that show ten grams from those that show a hundred, and "no gain since Tuesday"
#   (3.20, 3.2) may be up to 50 g either way. Send grams as whole numbers (code "g"), which survive, or keep the text beside.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq fhir.resources==8.3.0 fhir-core==1.1.12 pydantic==2.14.4 fhirclient==4.4.0 || exit 2
"$work/venv/bin/python" -W ignore - <<'PY'
import json
import sys
from decimal import Decimal

from fhir.resources.R4B.observation import Observation
from fhirclient.models.fhirabstractbase import FHIRValidationError
from fhirclient.models.observation import Observation as OtherObservation

WEIGHTS = ["3.20", "3.00"]


def weighed(kilograms):
    quantity = f'{{"value":{kilograms},"unit":"kg"}}'
    return f'{{"resourceType":"Observation","status":"final","code":{{"text":"Weight"}},"valueQuantity":{quantity}}}'


def written(observation):
    return observation.model_dump_json().partition('"value":')[2].partition(",")[0]


def other(kilograms, **how):
    try:
        read = OtherObservation(json.loads(weighed(kilograms), **how))
    except FHIRValidationError:
        return "refused"
    return json.dumps(read.as_json()["valueQuantity"]["value"])


from_json = [Observation.model_validate_json(weighed(each)) for each in WEIGHTS]
from_decimal = [Observation.model_validate(json.loads(weighed(each), parse_float=Decimal)) for each in WEIGHTS]
held = [[str(each.valueQuantity.value) for each in all_of] for all_of in (from_json, from_decimal)]
sent = [[written(each) for each in all_of] for all_of in (from_json, from_decimal)]
plain = from_decimal[0].model_dump()["valueQuantity"]["value"]
others = other("3.20"), other("3.20", parse_float=Decimal)
grams = written(Observation.model_validate_json(weighed("3200")))
print("fhir.resources holds", held, "and writes", sent, "- model_dump:", repr(plain), "- whole grams:", grams)
print("fhirclient:", others)
as_described = (
    held == [["3.2", "3.0"], WEIGHTS]
    and sent == [["3.2", "3.0"]] * 2
    and (type(plain), plain) == (float, 3.2)
    and others == ("3.2", "refused")
    and grams == "3200"
)
sys.exit(0 if as_described else 1)
PY
