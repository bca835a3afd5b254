"""The map: wards as outlines where boundaries are loaded, else as hexagons round their centres; no tiles, no styles."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, pi, radians, sin

from kith.directory.queries.cards import VenueCard
from kith.places.queries import Location, Outline

WIDTH = 440.0
MARGIN = 24.0
HEXAGON_DEGREES = 0.0105
LETTER, LINE = 7.2, 15.0
MARKER = 15.0

Point = tuple[float, float]
Project = Callable[[float, float], Point]


@dataclass(frozen=True)
class Shape:
    """A ward as a path, and where its name stands; a name that would run into another is left out."""

    name: str
    path: str
    x: float
    y: float
    is_named: bool = False


@dataclass(frozen=True)
class Marker:
    """One place to go, with the numbers of the results that are there."""

    numbers: tuple[int, ...]
    name: str
    x: float
    y: float


@dataclass(frozen=True)
class SupportMap:
    """Everything the page draws, in the units of the picture."""

    width: float
    height: float
    wards: tuple[Shape, ...]
    markers: tuple[Marker, ...]
    here: Point | None
    has_outlines: bool


def support_map(
    areas: tuple[Outline, ...], venues: Iterable[tuple[int, VenueCard]], here: Location | None
) -> SupportMap | None:
    """The map of these wards with a numbered marker for each venue; None where there is nothing to draw."""
    if not areas:
        return None
    ground = _ground(areas)
    return SupportMap(
        width=WIDTH,
        height=ground.height,
        wards=ground.wards,
        markers=_markers(venues, ground.project),
        here=ground.project(here.lon, here.lat) if here else None,
        has_outlines=any(area.boundary for area in areas),
    )


@dataclass(frozen=True)
class _Ground:
    """What is the same on every map of the place."""

    height: float
    wards: tuple[Shape, ...]
    project: Project


@lru_cache(maxsize=2)
def _ground(areas: tuple[Outline, ...]) -> _Ground:
    """Drawn once and kept until the areas are others."""
    outlines = [_rings(area.boundary) if area.boundary else [_hexagon(area)] for area in areas]
    project, height = _projection([point for rings in outlines for ring in rings for point in ring])
    shapes = [_shape(area, rings, project) for area, rings in zip(areas, outlines, strict=True)]
    return _Ground(height, _named(shapes), project)


def _projection(points: list[Point]) -> tuple[Project, float]:
    """Degrees to picture, north up, as wide as the picture; good enough for a place of thirty kilometres."""
    west, east = min(lon for lon, _ in points), max(lon for lon, _ in points)
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    stretch = cos(radians((south + north) / 2))
    scale = (WIDTH - 2 * MARGIN) / (((east - west) * stretch) or 1.0)

    def project(lon: float, lat: float) -> Point:
        return round(MARGIN + (lon - west) * stretch * scale, 1), round(MARGIN + (north - lat) * scale, 1)

    return project, round(2 * MARGIN + (north - south) * scale, 1)


def _rings(boundary: str) -> list[list[Point]]:
    """The rings of a GeoJSON polygon or multipolygon."""
    geometry = json.loads(boundary)
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[(point[0], point[1]) for point in ring] for polygon in polygons for ring in polygon]


def _hexagon(area: Outline) -> list[Point]:
    corners = (pi / 6 + pi / 3 * corner for corner in range(6))
    stretch = cos(radians(area.lat))
    return [
        (area.lon + HEXAGON_DEGREES / stretch * cos(angle), area.lat + HEXAGON_DEGREES * sin(angle))
        for angle in corners
    ]


def _shape(area: Outline, rings: list[list[Point]], project: Project) -> Shape:
    path = "".join(
        "M" + "L".join(f"{x:g} {y:g}" for x, y in (project(*point) for point in ring)) + "Z" for ring in rings
    )
    x, y = project(area.lon, area.lat)
    return Shape(area.name, path, x, y)


def _named(shapes: list[Shape]) -> tuple[Shape, ...]:
    """The same shapes, as many of them named as fit; short names first, for more of them fit."""
    taken: list[tuple[float, float, float]] = []
    named: set[str] = set()
    for shape in sorted(shapes, key=lambda each: len(each.name)):
        half = len(shape.name) * LETTER / 2
        is_inside = half <= shape.x <= WIDTH - half
        if is_inside and not any(abs(x - shape.x) < half + other and abs(y - shape.y) < LINE for x, y, other in taken):
            taken.append((shape.x, shape.y, half))
            named.add(shape.name)
    return tuple(replace(shape, is_named=shape.name in named) for shape in shapes)


def _markers(venues: Iterable[tuple[int, VenueCard]], project: Project) -> tuple[Marker, ...]:
    """One marker for each venue; venues that would hide each other share one."""
    placed: list[Marker] = []
    for number, venue in venues:
        x, y = project(venue.lon, venue.lat)
        for at, other in enumerate(placed):
            if abs(other.x - x) < MARKER and abs(other.y - y) < MARKER:
                name = other.name if venue.name in other.name else f"{other.name}, {venue.name}"
                placed[at] = Marker((*other.numbers, number), name, other.x, other.y)
                break
        else:
            placed.append(Marker((number,), venue.name, x, y))
    return tuple(placed)
