"""Reads of the ground. Everything here is public, so no viewer is asked for."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from django.db.models import OuterRef, Subquery, TextField
from django.db.models.functions import Cast

from kith.kernel import postcode
from kith.kernel.ids import MembershipId
from kith.places import rules
from kith.places.chosen import this_place as this_place
from kith.places.models import Area, Deprivation, Level, Postcode, SettingChange
from kith.platform.access import require
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import Given, Prepared


class Precision(StrEnum):
    """How closely a location is known."""

    POSTCODE = "postcode"
    DISTRICT = "district"
    WARD = "ward"
    PLACE = "place"


@dataclass(frozen=True)
class Location:
    """A point in the place and what is known of the areas around it."""

    label: str
    lon: float
    lat: float
    precision: Precision
    ward_code: str = ""
    ward_name: str = ""
    lsoa_code: str = ""


class Outline(NamedTuple):
    """An area's centre and its outline as GeoJSON text, empty where none is loaded: quick to compare with another."""

    name: str
    lon: float
    lat: float
    boundary: str


@dataclass(frozen=True)
class DeprivationOf:
    """A neighbourhood's place among all of England's in one edition; 1 is most deprived."""

    edition: str
    decile: int
    rank: int | None


@dataclass(frozen=True)
class Chosen:
    """One change of a setting: its number, what was chosen, when, why, and by which membership (none: Kith itself)."""

    number: int
    value: object
    at: datetime
    why: str
    membership_id: MembershipId | None


def newest_choices(viewer: Viewer) -> dict[str, Chosen]:
    """The change that holds, by the key of its setting; nothing for a setting whose default holds."""
    require(viewer, Permission.ADMINISTER_PLACE)
    return {row.key: _chosen(row) for row in SettingChange.objects.order_by("key", "-pk").distinct("key")}


def choices_of(viewer: Viewer, key: str) -> list[Chosen]:
    """Every change of one setting, the newest first."""
    require(viewer, Permission.ADMINISTER_PLACE)
    return [_chosen(row) for row in SettingChange.objects.filter(key=key).order_by("-pk")]


def _chosen(row: SettingChange) -> Chosen:
    value = tuple(row.value) if isinstance(row.value, list) else row.value
    return Chosen(row.pk, value, row.at, row.why, MembershipId(row.membership_id) if row.membership_id else None)


def locate(text: str) -> Location | None:
    """Where a postcode, half of one, a ward or the place lies; None for what is not in this place."""
    if postcode.looks_like_one(text) and (found := _by_postcode(postcode.parse(text))):
        return found
    return _by_name(text) or _by_beginning(text)


def names_like(text: str) -> list[str]:
    """What a visitor may have meant whose place is not known here: districts and wards that are spelt alike."""
    levels = (Level.DISTRICT, Level.WARD)
    return rules.near_misses(
        text, Area.objects.filter(level__in=levels).order_by("name").values_list("name", flat=True)
    )


def outlines_of(level: str) -> tuple[Outline, ...]:
    """All areas of one level that have a centre point, by name, as they are drawn."""
    rows = Area.objects.filter(level=level, lon__isnull=False, lat__isnull=False).order_by("name")
    texts = rows.annotate(drawn=Cast("boundary", TextField())).values_list("name", "lon", "lat", "drawn")
    return tuple(
        Outline(name, lon, lat, drawn or "") for name, lon, lat, drawn in texts if lon is not None and lat is not None
    )


def ward_name(code: str) -> str:
    """What the ward is called; empty where the place has no such ward."""
    return next(iter(_WARD(code=code)), "") if code else ""


def ward_names() -> dict[str, str]:
    """Every ward's name by its code, in the order of the names."""
    return dict(Area.objects.filter(level=Level.WARD).order_by("name").values_list("code", "name"))


def newest_deprivation_of(lsoa_code: str) -> DeprivationOf | None:
    """The overall decile of a neighbourhood in the newest edition that knows it; None where none is loaded."""
    row = Deprivation.objects.filter(area_code=lsoa_code, domain="imd").order_by("-edition").first()
    return DeprivationOf(row.edition, row.decile, row.rank) if row else None


def _by_postcode(wanted: postcode.Postcode) -> Location | None:
    if wanted.is_full:
        ward = Area.objects.filter(level=Level.WARD, code=OuterRef("ward_code")).values("name")
        known = Postcode.objects.filter(text=wanted.text).annotate(ward_name=Subquery(ward[:1]))
        for row in known:
            near = (row.lon, row.lat, Precision.POSTCODE)
            return Location(row.text, *near, row.ward_code, row.ward_name or "", row.lsoa21_code)
    return _of_area(Area.objects.filter(level=Level.DISTRICT, code=wanted.outward).first(), Precision.DISTRICT)


def _by_beginning(text: str) -> Location | None:
    """The district a postcode begins with of which too little or too much was typed ("MK9 3", "MK9 3E")."""
    try:
        if postcode.parse(text).is_full:
            return None  # a whole one, of another district
    except ValueError:
        pass
    typed = "".join(sign for sign in text.upper() if sign.isalnum())
    districts = Area.objects.filter(level=Level.DISTRICT).values_list("code", flat=True)
    known = [code for code in districts if typed.startswith(code) and typed[len(code) :][:1].isdigit()]
    return (
        _of_area(Area.objects.filter(level=Level.DISTRICT, code=max(known, key=len)).first(), Precision.DISTRICT)
        if known
        else None
    )


def _by_name(text: str) -> Location | None:
    wards = ward_names()
    place = this_place()
    code = rules.best_match(text, {**wards, place.authority_code: place.name})
    if code == place.authority_code:
        return Location(place.name, place.lon, place.lat, Precision.PLACE)
    return _of_area(Area.objects.filter(level=Level.WARD, code=code).first(), Precision.WARD) if code else None


def _of_area(area: Area | None, precision: Precision) -> Location | None:
    if area is None or area.lon is None or area.lat is None:
        return None
    ward = (area.code, area.name) if precision is Precision.WARD else ("", "")
    return Location(area.name, area.lon, area.lat, precision, *ward)


_WARD = Prepared(
    lambda: Area.objects.filter(level=Level.WARD, code=Given("code")).order_by("pk").values_list("name", flat=True)[:1]
)
