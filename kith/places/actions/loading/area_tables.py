"""The tables that say more of areas: wards of neighbourhoods, changes since 2011, centre points, authorities."""

import re
from collections.abc import Callable

from kith.imports.rows import Faults
from kith.imports.tables import Progress, Table
from kith.places.actions.loading import headings
from kith.places.actions.loading.batch import AreasFound, Batch, code_of, decimal, is_name, shown
from kith.places.models import Level

TableReader = Callable[[Table, AreasFound, Faults, Progress], None]


def reader_of(table: Table) -> TableReader | None:
    """What reads this table, told by its headings; None for a table that is not about areas."""
    lsoa21, lsoa11 = table.heading_of(headings.LSOA21), table.heading_of(headings.LSOA11)
    if lsoa21 is not None and lsoa11 is not None:
        return _read_changes
    if lsoa21 is not None and table.heading_of(headings.WARD) is not None:
        return _read_wards_of_neighbourhoods
    if table.heading_of(("LSOACD",)) is not None and table.heading_of(headings.LONGITUDE) is not None:
        return _read_centres
    if table.heading_of(_AUTHORITY_CODE) is not None and table.heading_of(headings.AUTHORITY_NAME) is not None:
        return _read_authorities
    return None


_AUTHORITY_CODE = ("LADCD", "AreaCode", re.compile(r"(lad|ltla|ctyua)\d\d(cd|code)"))


def rank(table: Table) -> int:
    """Where a table stands in the order of reading: bare centre points come after the tables that name codes."""
    order: list[TableReader | None] = [_read_authorities, _read_wards_of_neighbourhoods, _read_changes, _read_centres]
    reader = reader_of(table)
    return order.index(reader) if reader in order else len(order)


def _read_wards_of_neighbourhoods(table: Table, found: AreasFound, faults: Faults, progress: Progress) -> None:
    columns = {
        "code": headings.LSOA21,
        "name": ("LSOA21NM", "lsoa21_name", "LSOA name (2021)"),
        "ward": headings.WARD,
        "authority": headings.AUTHORITY,
    }
    batch = Batch()
    for row in table.rows(columns, progress=progress):
        if row["authority"] not in found.place.codes:
            continue
        code = code_of(faults, row.number, row["code"], "LSOA code")
        ward = code_of(faults, row.number, row["ward"], "ward code")
        if code and ward and is_name(faults, row.number, row["name"]):
            batch.add(faults, row.number, (code,), (row["name"], ward))
    for code, name, ward in batch.tuples():
        found.say(code, Level.LSOA21, name=name, ward_code=ward)


def _read_changes(table: Table, found: AreasFound, faults: Faults, progress: Progress) -> None:
    columns = {
        "old": headings.LSOA11,
        "new": headings.LSOA21,
        "change": ("change_code", "CHGIND", "CHNGIND"),
        "authority": (re.compile(r"(lad|ltla)\d\d(cd|code)"), "LAD22CD"),
    }
    found.changes.start_file()
    for row in table.rows(columns, progress=progress):
        if row["authority"] not in found.place.codes:
            continue
        old = code_of(faults, row.number, row["old"], "LSOA code (2011)")
        new = code_of(faults, row.number, row["new"], "LSOA code (2021)")
        if row["change"] not in ("U", "S", "M", "X"):
            faults.add(row.number, f"change {shown(row['change'])} is not U, S, M or X")
        elif old and new:
            found.changes.add(faults, row.number, (old, new), (row["change"],))


def _read_centres(table: Table, found: AreasFound, faults: Faults, progress: Progress) -> None:
    columns = {"code": ("LSOACD",), "lon": headings.LONGITUDE, "lat": headings.LATITUDE}
    kept = 0
    for row in table.rows(columns, progress=progress):
        lon, lat = decimal(row["lon"]), decimal(row["lat"])
        if lon is None or lat is None or not (-9 <= lon <= 3 and 49 <= lat <= 61):
            faults.add(row.number, f"{shown(row['lon'])}, {shown(row['lat'])} is not a longitude and latitude")
        else:
            for level in (Level.LSOA21, Level.LSOA11):
                if (level.value, row["code"]) in found.areas:
                    kept += 1
                    found.say(row["code"], level, lon=round(lon, 5), lat=round(lat, 5))
    if not kept:
        found.notes.append(f"{table.path.name}: load the boundaries first, so that the place's own codes are known")


def _read_authorities(table: Table, found: AreasFound, faults: Faults, progress: Progress) -> None:
    columns = {"code": _AUTHORITY_CODE, "name": headings.AUTHORITY_NAME}
    for row in table.rows(columns, progress=progress):
        if row["code"] in found.place.codes and is_name(faults, row.number, row["name"]):
            found.say(row["code"], Level.AUTHORITY, name=row["name"])
