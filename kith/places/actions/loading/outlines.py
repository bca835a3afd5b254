"""Outlines of areas, drawn as coarsely as a page needs: pure geometry on longitude and latitude."""

import math
from itertools import pairwise
from typing import Any

COARSENESS = 0.0003  # degrees: about 20 to 30 metres here, less than a pixel on a map of a place
DECIMALS = 4
SHORTEST_RING = 4
MOST_POINTS = 200_000
Point = tuple[float, float]


def simplified(geometry: Any) -> dict[str, Any]:
    """The same polygons with fewer points; ValueError says what is wrong with them."""
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise ValueError("there is no polygon")
    given = geometry.get("coordinates")
    polygons = [given] if geometry["type"] == "Polygon" else given
    if not isinstance(polygons, list) or not polygons:
        raise ValueError("the polygon has no coordinates")
    drawn = [[_simple_ring(_ring(ring)) for ring in _list(polygon)] for polygon in polygons]
    kept = [[ring for ring in polygon if len(ring) >= SHORTEST_RING] for polygon in drawn]
    kept = [polygon for polygon in kept if polygon] or [drawn[0][:1]]
    return {"type": "MultiPolygon", "coordinates": kept}


def centre(geometry: dict[str, Any]) -> Point:
    """The centroid of the largest ring of a simplified outline."""
    rings: list[list[Point]] = [polygon[0] for polygon in geometry["coordinates"]]
    return max((_centroid(ring) for ring in rings), key=lambda found: found[1])[0]


def _list(given: Any) -> list[Any]:
    if not isinstance(given, list) or not given:
        raise ValueError("the polygon has no rings")
    return given


def _ring(given: Any) -> list[Point]:
    points = [_point(pair) for pair in _list(given)]
    if len(points) < SHORTEST_RING or points[0] != points[-1]:
        raise ValueError("a ring of the polygon is not closed")
    if len(points) > MOST_POINTS:
        raise ValueError("a ring of the polygon has too many points: download a generalised boundary")
    return points


def _point(pair: Any) -> Point:
    if not isinstance(pair, list) or len(pair) < 2 or not all(type(x) in (int, float) for x in pair[:2]):
        raise ValueError("a point of the polygon is not a pair of numbers")
    lon, lat = float(pair[0]), float(pair[1])
    if not (-9 <= lon <= 3 and 49 <= lat <= 61):
        raise ValueError(f"{lon:g}, {lat:g} is not a longitude and latitude in Britain (download it as WGS84)")
    return lon, lat


def _simple_ring(points: list[Point]) -> list[Point]:
    middle = len(points) // 2
    halves = [*_thinned(points[: middle + 1])[:-1], *_thinned(points[middle:])]
    rounded = [(round(lon, DECIMALS), round(lat, DECIMALS)) for lon, lat in halves]
    return [point for at, point in enumerate(rounded) if at == 0 or point != rounded[at - 1]]


def _thinned(points: list[Point]) -> list[Point]:
    """Douglas and Peucker's line, without recursion."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        farthest, distance = first, 0.0
        for at in range(first + 1, last):
            away = _distance(points[at], points[first], points[last])
            if away > distance:
                farthest, distance = at, away
        if distance > COARSENESS:
            keep.add(farthest)
            stack += [(first, farthest), (farthest, last)]
    return [points[at] for at in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if length == 0:
        return math.hypot(x - x1, y - y1)
    along = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length**2))
    return math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))


def _centroid(ring: list[Point]) -> tuple[Point, float]:
    area = x = y = 0.0
    x0, y0 = ring[0]  # measured from a corner: the numbers stay large enough to subtract
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        area += cross
        x += (x1 + x2 - 2 * x0) * cross
        y += (y1 + y2 - 2 * y0) * cross
    if area == 0:
        return (x0, y0), 0.0
    return (x0 + x / (3 * area), y0 + y / (3 * area)), abs(area)
