"""Stretches of days or time: from one until another, open or ended, and never two at once where that must not be.

What leads, stands in, lives somewhere, works or is enrolled does so for a stretch. The database keeps its order.
"""

from typing import ClassVar, Self, TypeVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import CheckConstraint, F, Func, Q, UniqueConstraint
from django.db.models.expressions import Combinable

AnyModel = TypeVar("AnyModel", bound=models.Model)


class Stretches(models.QuerySet[AnyModel]):
    """Rows that last from one moment or day until another, which is empty while they last."""

    end: ClassVar[str] = "until_at"

    def current(self) -> Self:
        """Those that have not ended."""
        return self.filter(is_open_stretch(self.end))


class DateRange(Func):
    """The days from one until another; without a boundary given, the last one no longer counts."""

    function = "DATERANGE"
    output_field = DateRangeField()


class TimeRange(Func):
    """The time from one instant until another, which no longer counts."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


def is_open_stretch(end: str = "until_at") -> Q:
    """A condition on a row: its stretch has not ended."""
    return Q(**{f"{end}__isnull": True})


def ends_after_it_begins(name: str, begin: str = "from_at", end: str = "until_at") -> CheckConstraint:
    """No stretch ends before it begins; one that is open has no end yet."""
    return CheckConstraint(condition=is_open_stretch(end) | Q(**{f"{end}__gte": F(begin)}), name=name)


def one_open(name: str, *fields: str, end: str = "until_at") -> UniqueConstraint:
    """At most one stretch is open for the same fields."""
    return UniqueConstraint(fields=fields, name=name, condition=is_open_stretch(end))


def never_two(name: str, *of: str, stretch: Func, condition: Q | None = None) -> ExclusionConstraint:
    """Two stretches with the same fields never overlap."""
    expressions: list[tuple[str | Combinable, str]] = [(field, RangeOperators.EQUAL) for field in of]
    expressions.append((stretch, RangeOperators.OVERLAPS))
    return ExclusionConstraint(name=name, expressions=expressions, condition=condition)


def until_and_with(begin: str = "from_on", end: str = "until_on") -> DateRange:
    """The days from one until another, which still counts."""
    return DateRange(begin, end, RangeBoundary(inclusive_upper=True))
