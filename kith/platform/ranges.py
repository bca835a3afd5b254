"""Stretches of days and of time, for constraints that forbid two at once."""

from django.contrib.postgres.fields import DateRangeField, DateTimeRangeField
from django.db.models import Func


class DateRange(Func):
    """The days from one until another; without a boundary given, the last one no longer counts."""

    function = "DATERANGE"
    output_field = DateRangeField()


class TimeRange(Func):
    """The time from one instant until another, which no longer counts."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()
