"""Loading population: residents by single year of age, or by the five ethnic groups of Census 2021."""

import re
from pathlib import Path

from kith.imports.copying import upsert_rows
from kith.imports.registry import ImportReport
from kith.imports.rows import BadRows, Faults
from kith.imports.tables import Progress, Table, open_table
from kith.places.actions.loading import headings
from kith.places.actions.loading.batch import (
    Batch,
    code_of,
    files_at,
    known_codes,
    report,
    shown,
    whole_number,
)
from kith.places.models import Level, Population
from kith.platform import freshness
from kith.platform.action import action

_GROUPS = (("asian", "asian"), ("black", "black"), ("mixed", "mixed"), ("white", "white"), ("other", "other"))
_ETHNIC_GROUP = ("ethnic_group", "Ethnic group", "Ethnic group (6 categories)")
_COUNT = ("n", "Observation", "OBS_VALUE", "count")
_CODE21 = (*headings.LSOA21, "Lower layer Super Output Areas Code", "geography code", "GEOGRAPHY_CODE")
CENSUS, MID_YEAR = "Census 2021", "ONS mid-2020"
OLDEST, MOST = 90, 100_000


@action
def load_population(path: Path, progress: Progress) -> ImportReport:
    """Load residents of this place's neighbourhoods by age or ethnic group; every row of the file must be sound."""
    batch = Batch()
    for file in files_at(path, (".csv",)):
        batch.start_file()
        faults = Faults(file)
        table = open_table(file)
        if table.heading_of(_ETHNIC_GROUP) is not None:
            _read_groups(table, batch, faults, progress)
        elif table.heading_of(("0",)) is not None:
            _read_ages(table, batch, faults, progress)
        else:
            raise BadRows(file, ["row 1: no column for ethnic group ('Ethnic group') nor for ages ('0', '1', … '90+')"])
        faults.raise_any()
    upsert_rows(
        Population,
        ("area_code", "source", "age", "ethnic_group", "count"),
        batch.tuples(),
        key=["area_code", "source", "age", "ethnic_group"],
    )
    freshness.invalidate()
    sources = sorted({source for _, source, _, _ in batch.rows})
    areas = {(source, code) for code, source, _, _ in batch.rows}
    return report(path, {name: sum(source == name for source, _ in areas) for name in sources})


def _ours(table: Table, level: Level) -> frozenset[str]:
    known = known_codes(level)
    if not known:
        raise BadRows(
            table.path, [f"which {level} neighbourhoods are the place's own is not known yet: load the areas first"]
        )
    return known


def _read_groups(table: Table, batch: Batch, faults: Faults, progress: Progress) -> None:
    known = _ours(table, Level.LSOA21)
    columns = {"code": _CODE21, "group": _ETHNIC_GROUP, "count": _COUNT}
    for row in table.rows(columns, progress=progress):
        said = row["group"].casefold()
        if "does not apply" in said:
            continue
        code = code_of(faults, row.number, row["code"], "LSOA code")
        count = whole_number(faults, row.number, row["count"], "count", most=MOST)
        group = next((group for word, group in _GROUPS if said.startswith(word)), None)
        if group is None:
            faults.add(row.number, f"ethnic group {shown(row['group'])} is none of the five groups of Census 2021")
        elif code in known and count is not None:
            batch.add(faults, row.number, (code, CENSUS, None, group), (count,))


def _read_ages(table: Table, batch: Batch, faults: Faults, progress: Progress) -> None:
    known = _ours(table, Level.LSOA11)
    ages = {heading: int(heading.rstrip("+")) for heading in table.headings if re.fullmatch(r"\d\d?\+?", heading)}
    columns = {"code": headings.LSOA11, **{heading: (heading,) for heading in ages}}
    for row in table.rows(columns, progress=progress):
        code = code_of(faults, row.number, row["code"], "LSOA code")
        for heading, age in ages.items():
            count = whole_number(faults, row.number, row[heading], f"age {heading}:", most=MOST)
            if code in known and count is not None and age <= OLDEST:
                batch.add(faults, row.number, (code, MID_YEAR, age, ""), (count,))
