"""The published schemas of Open Referral UK, where they lie beside the checkout."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

FOLDER = "shared/data/open-referral-uk"
_HERE = Path(__file__).resolve()
STANDARD = next((each / FOLDER for each in _HERE.parents if (each / FOLDER).is_dir()), _HERE.parent / FOLDER)
SCHEMAS = {
    "services": "schema-compiled/service_list.json",
    "service_at_locations": "schema-compiled/service_at_location_list.json",
    "taxonomies": "schema/taxonomy.json",
    "taxonomy_terms": "schema/taxonomy_term.json",
}
IN_FULL = {
    **SCHEMAS,
    "services": "schema-compiled/service.json",
    "service_at_locations": "schema-compiled/service_at_location.json",
}


def faults(record: Any, schema: str) -> list[str]:
    """What the published schema finds wrong with the record, formats included."""
    rule = json.loads((STANDARD / schema).read_text(encoding="utf-8"))
    checker = Draft202012Validator(rule, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(record)]
