"""Loading postcodes: live ones of this place, from ONSPD, NSPL, Code-Point Open or a table cut from them."""

from pathlib import Path

from django.db import connection

from kith.imports.copying import upsert_rows
from kith.imports.registry import ImportReport
from kith.imports.rows import Faults, Row
from kith.imports.tables import Progress, Table, open_table
from kith.kernel import postcode
from kith.places.actions.loading import headings
from kith.places.actions.loading.batch import Batch, decimal, files_at, known_codes, report, shown, this_place
from kith.places.actions.loading.grid import longitude_latitude
from kith.places.facts.shape import PlaceFacts
from kith.places.models import Area, Level, Postcode
from kith.platform import freshness
from kith.platform.action import action

_COLUMNS = {
    "postcode": ("pcds", "pcd8", "postcode", "pcd", "pcd2", "pcd7"),
    "authority": headings.AUTHORITY,
    "lon": headings.LONGITUDE,
    "lat": headings.LATITUDE,
    "easting": ("easting", "eastings", "oseast1m", "east1m"),
    "northing": ("northing", "northings", "osnrth1m", "north1m"),
    "ward": (*headings.WARD, "ward_code_2014"),
    "lsoa21": headings.LSOA21,
    "ended": ("doterm",),
}
_OPTIONAL = ("lon", "lat", "easting", "northing", "ward", "lsoa21", "ended")
FARTHEST = 0.6  # degrees from the middle of the place: a slip of a digit lies farther


@action
def load_postcodes(path: Path, progress: Progress) -> ImportReport:
    """Load the place's live postcodes, with ward and neighbourhood; national files are filtered as they stream by."""
    batch, skipped = Batch(), 0
    for file in files_at(path, (".csv",)):
        batch.start_file()
        faults = Faults(file)
        skipped += _read(open_table(file), batch, faults, progress)
        faults.raise_any()
    upsert_rows(Postcode, ("text", "outward", "lon", "lat", "ward_code", "lsoa21_code"), batch.tuples(), key=["text"])
    _centre_districts(this_place())
    freshness.invalidate()
    notes = [f"{skipped} postcodes have ended or lie nowhere: passed over"] if skipped else []
    return report(path, {"postcodes": len(batch.rows)}, notes)


def _read(table: Table, batch: Batch, faults: Faults, progress: Progress) -> int:
    has_point = table.heading_of(headings.LONGITUDE) is not None and table.heading_of(headings.LATITUDE) is not None
    needed = ("lon", "lat") if has_point else ("easting", "northing")
    place, skipped = this_place(), 0
    wards = known_codes(Level.WARD)
    ward_of = dict(Area.objects.filter(level=Level.LSOA21).exclude(ward_code="").values_list("code", "ward_code"))
    optional = [name for name in _OPTIONAL if name not in needed]
    for row in table.rows(_COLUMNS, optional=optional, progress=progress):
        if row["authority"] not in place.codes:
            continue
        if row.get("ended") or (row.get("lat").startswith("99") and decimal(row["lat"]) is not None):
            skipped += 1
            continue
        if (text := _postcode(row, faults)) and (point := _point(row, place, faults, has_point=has_point)):
            lsoa, ward = row.get("lsoa21"), row.get("ward")
            # Wards are redrawn and their codes renamed; a neighbourhood's ward of today counts more.
            ward = ward if ward in wards else ward_of.get(lsoa, "")
            batch.add(faults, row.number, (text,), (text.split()[0], *point, ward, lsoa[:12]))
    return skipped


def _postcode(row: Row, faults: Faults) -> str:
    try:
        found = postcode.parse(row["postcode"])
    except ValueError:
        found = None
    if found is None or not found.is_full:
        faults.add(row.number, f"postcode {shown(row['postcode'])} is not a full postcode")
        return ""
    return found.text


def _point(row: Row, place: PlaceFacts, faults: Faults, *, has_point: bool) -> tuple[float, float] | None:
    names = ("lon", "lat") if has_point else ("easting", "northing")
    first, second = (decimal(row[name]) for name in names)
    if first is None or second is None:
        faults.add(row.number, f"{shown(row[names[0]])}, {shown(row[names[1]])} is not a point")
        return None
    lon, lat = (first, second) if has_point else longitude_latitude(first, second)
    farthest = FARTHEST + place.spread
    if abs(lon - place.lon) > farthest or abs(lat - place.lat) > farthest:
        faults.add(row.number, f"{row['postcode']} lies far from {place.name}: {lon:g}, {lat:g}")
        return None
    return round(lon, 6), round(lat, 6)


def _centre_districts(place: PlaceFacts) -> None:
    """Put each postcode district where the middle of its postcodes is."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO places_area (code, level, name, authority_code, ward_code, lon, lat) "
            "SELECT outward, %s, outward, %s, '', round(avg(lon)::numeric, 3), round(avg(lat)::numeric, 3) "
            "FROM places_postcode GROUP BY outward "
            "ON CONFLICT (level, code) DO UPDATE SET lon = excluded.lon, lat = excluded.lat",
            [Level.DISTRICT, place.authority_code],
        )
