"""Nearness that an index can answer: venues as points of a plane, good enough to put one after another."""

from django.db.models import F, FloatField, Func, Value
from django.db.models.expressions import Combinable, CombinedExpression

STRETCH = 0.61
"""How much shorter a degree of longitude is than one of latitude in the middle of Britain (cosine of 52.4 degrees)."""


class Point(Func):
    """A point of the plane."""

    function = "point"
    arity = 2
    output_field = FloatField()  # Django knows no points; nothing ever reads one


POINT = Point(CombinedExpression(F("lon"), "*", Value(STRETCH)), F("lat"))


class Apart(Func):
    """How far apart two points are, in the plane's own units; the index puts venues in this order."""

    template = "%(expressions)s"
    arg_joiner = " <-> "
    arity = 2
    output_field = FloatField()


def apart_from(lon: float, lat: float, *, venue: str = "") -> Combinable:
    """How far a venue (reached by this path, such as ``venue__``) is from here."""
    there = Point(CombinedExpression(F(f"{venue}lon"), "*", Value(STRETCH)), F(f"{venue}lat"))
    return Apart(there, Point(Value(lon * STRETCH), Value(lat)))
