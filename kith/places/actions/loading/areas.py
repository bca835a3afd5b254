"""Loading areas: boundaries (GeoJSON), and tables of codes, centre points and changes (CSV)."""

import re
from pathlib import Path
from typing import Any

from kith.imports.copying import upsert_rows
from kith.imports.registry import ImportReport
from kith.imports.rows import BadRows, Faults
from kith.imports.tables import Progress, Table, open_table, plain_heading
from kith.places.actions.loading.area_tables import rank, reader_of
from kith.places.actions.loading.batch import AreasFound, code_of, decimal, files_at, is_name, report, this_place
from kith.places.actions.loading.geojson import features
from kith.places.actions.loading.outlines import centre, simplified
from kith.places.facts.shape import PlaceFacts
from kith.places.models import Area, AreaChange, Level
from kith.platform import freshness
from kith.platform.action import action

_LEVEL_OF = (
    (re.compile(r"lsoa(20)?21cd"), Level.LSOA21),
    (re.compile(r"lsoa(20)?11cd"), Level.LSOA11),
    (re.compile(r"msoa(20)?21cd"), Level.MSOA21),
    (re.compile(r"wd\d\dcd"), Level.WARD),
    (re.compile(r"(ctyua|ltla|lad)\d\dcd"), Level.AUTHORITY),
)
_AUTHORITY = re.compile(r"(lad\d\dcd|ladcdactive|ladcd)")
_FIELDS = ("code", "level", "name", "authority_code", "ward_code", "lon", "lat", "boundary")


@action
def load_areas(path: Path, progress: Progress) -> ImportReport:
    """Load boundaries and lookups of this place from a file or a folder; rows of other places are passed over."""
    found = AreasFound(this_place(), {(row["level"], row["code"]): row for row in Area.objects.values(*_FIELDS)})
    files = files_at(path, (".geojson", ".json", ".csv"))
    tables = [open_table(file) for file in files if file.suffix.lower() == ".csv"]
    for file in files:
        if file.suffix.lower() != ".csv":
            _read_features(file, found, progress)
    for table in sorted(tables, key=rank):
        _read_table(table, found, progress, is_alone=path.is_file())
    rows = ([area.get(name, _empty(name)) for name in _FIELDS] for area in found.areas.values())
    upsert_rows(Area, _FIELDS, rows, key=["level", "code"])
    upsert_rows(AreaChange, ("old_code", "new_code", "change"), found.changes.tuples(), key=["old_code", "new_code"])
    freshness.invalidate()
    return report(path, found.counts(), found.notes)


def _empty(name: str) -> Any:
    return None if name in ("lon", "lat", "boundary") else ""


def _read_features(path: Path, found: AreasFound, progress: Progress) -> None:
    faults = Faults(path, unit="feature")
    seen: dict[str, int] = {}
    for number, feature in features(path, progress):
        values = _properties(feature)
        named = _code_and_level(values)
        if named is None:
            faults.add(number, "no property names its code (expected one like LSOA21CD, WD25CD, MSOA21CD, LAD25CD)")
            continue
        code, level, name = named
        if not _is_ours(found.place, level, code, name, values):
            continue
        if code in seen:
            faults.add(number, f"{code} stands in feature {seen[code]} already")
        elif code_of(faults, number, code, "code") and is_name(faults, number, name):
            seen[code] = number
            try:
                outline = simplified(feature.get("geometry"))
            except ValueError as error:
                faults.add(number, f"{name}: {error}")
                continue
            lon, lat = _given_centre(values) or centre(outline)
            found.say(code, level, name=name, lon=round(lon, 5), lat=round(lat, 5), boundary=outline)
    faults.raise_any()


def _properties(feature: dict[str, Any]) -> dict[str, Any]:
    given = feature.get("properties")
    return {plain_heading(name): value for name, value in given.items()} if isinstance(given, dict) else {}


def _code_and_level(values: dict[str, Any]) -> tuple[str, Level, str] | None:
    for pattern, level in _LEVEL_OF:
        for heading, value in values.items():
            if pattern.fullmatch(heading):
                stem = heading.removesuffix("cd")
                return str(value), level, str(values.get(f"{stem}nm") or values.get(f"{stem}name") or "")
    return None


def _is_ours(place: PlaceFacts, level: Level, code: str, name: str, values: dict[str, Any]) -> bool:
    if level is Level.AUTHORITY:
        return code in place.codes
    for heading, value in values.items():
        if _AUTHORITY.fullmatch(heading):
            return value in place.codes
    # The official files of neighbourhoods carry no authority, but their names begin with it: "Milton Keynes 030A".
    return any(re.fullmatch(rf"{re.escape(each)} \d{{3}}[A-Z]?", name) for each in place.names)


def _given_centre(values: dict[str, Any]) -> tuple[float, float] | None:
    lon, lat = (decimal(str(values.get(name, ""))) for name in ("long", "lat"))
    return (lon, lat) if lon is not None and lat is not None and -9 <= lon <= 3 and 49 <= lat <= 61 else None


def _read_table(table: Table, found: AreasFound, progress: Progress, *, is_alone: bool) -> None:
    reader = reader_of(table)
    if reader is None:
        words = f"row 1: these headings are not of a table of areas: {', '.join(table.headings)[:200]}"
        if is_alone:
            raise BadRows(table.path, [words])
        found.notes.append(f"{table.path.name}: passed over, {words}")
        return
    faults = Faults(table.path)
    reader(table, found, faults, progress)
    faults.raise_any()
