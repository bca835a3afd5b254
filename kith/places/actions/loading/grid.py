"""From the National Grid to longitude and latitude, good to about five metres.

Source: Ordnance Survey, A guide to coordinate systems in Great Britain, annexes B and C.
"""

from math import atan2, cos, degrees, hypot, radians, sin, sqrt, tan

_A, _B = 6377563.396, 6356256.909  # Airy 1830
_A84, _B84 = 6378137.0, 6356752.3141  # WGS84
_F0, _LAT0, _LON0, _N0, _E0 = 0.9996012717, radians(49), radians(-2), -100_000.0, 400_000.0
_SHIFT = (446.448, -125.157, 542.060)
_TURN = tuple(radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))
_SCALE = 1 - 20.4894e-6


def longitude_latitude(easting: float, northing: float) -> tuple[float, float]:
    """Longitude and latitude (WGS84) of a point of the National Grid given in metres."""
    return _to_wgs84(*_off_the_grid(easting, northing))


def _off_the_grid(easting: float, northing: float) -> tuple[float, float]:
    e2 = 1 - (_B / _A) ** 2
    lat = _LAT0 + (northing - _N0) / (_A * _F0)
    for _ in range(20):
        away = northing - _N0 - _meridian(lat)
        if abs(away) < 1e-5:
            break
        lat += away / (_A * _F0)
    s2 = sin(lat) ** 2
    nu = _A * _F0 / sqrt(1 - e2 * s2)
    rho = _A * _F0 * (1 - e2) / (1 - e2 * s2) ** 1.5
    eta2, t2, d = nu / rho - 1, tan(lat) ** 2, (easting - _E0) / nu
    north = d**2 / 2 - d**4 / 24 * (5 + 3 * t2 + eta2 - 9 * t2 * eta2) + d**6 / 720 * (61 + 90 * t2 + 45 * t2**2)
    east = d - d**3 / 6 * (nu / rho + 2 * t2) + d**5 / 120 * (5 + 28 * t2 + 24 * t2**2)
    return lat - tan(lat) * nu / rho * north, _LON0 + east / cos(lat)


def _meridian(lat: float) -> float:
    n = (_A - _B) / (_A + _B)
    less, more = lat - _LAT0, lat + _LAT0
    return (
        _B
        * _F0
        * (
            (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * less
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * sin(less) * cos(more)
            + (15 / 8 * n**2 + 15 / 8 * n**3) * sin(2 * less) * cos(2 * more)
            - 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
        )
    )


def _to_wgs84(lat: float, lon: float) -> tuple[float, float]:
    e2 = 1 - (_B / _A) ** 2
    nu = _A / sqrt(1 - e2 * sin(lat) ** 2)
    x, y, z = nu * cos(lat) * cos(lon), nu * cos(lat) * sin(lon), nu * (1 - e2) * sin(lat)
    rx, ry, rz = _TURN
    x, y, z = (
        _SHIFT[0] + _SCALE * x - rz * y + ry * z,
        _SHIFT[1] + rz * x + _SCALE * y - rx * z,
        _SHIFT[2] - ry * x + rx * y + _SCALE * z,
    )
    e2 = 1 - (_B84 / _A84) ** 2
    flat = hypot(x, y)
    found = atan2(z, flat * (1 - e2))
    for _ in range(6):
        nu = _A84 / sqrt(1 - e2 * sin(found) ** 2)
        found = atan2(z + e2 * nu * sin(found), flat)
    return degrees(atan2(y, x)), degrees(found)
