"""How far it is."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0


def kilometres_between(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """The distance between two points in degrees, as the crow flies (haversine)."""
    across, along = radians(other_lon - lon), radians(other_lat - lat)
    chord = sin(along / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(across / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))
