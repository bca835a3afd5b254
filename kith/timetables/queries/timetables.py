"""The list of series, and the timetable of one."""

from dataclasses import dataclass
from datetime import date

from kith.kernel import clock
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged
from kith.timetables.models import PlannedDate
from kith.timetables.queries.rules import RuleCard, rule_of_dates, rules_by_series, rules_of
from kith.timetables.rules.codes import Holiday, Skip
from kith.timetables.rules.holidays import holiday_on
from kith.whats_on.queries.series import KeptDate, KeptSeries, SeriesRow, dates_of_series, kept_series, series_kept

MOST_CLOSED = 30


@dataclass(frozen=True)
class TimetableRow:
    """A series in the list, with the rules by which it takes place."""

    series: SeriesRow
    rules: tuple[RuleCard, ...]


@dataclass(frozen=True)
class TimetableDate:
    """A date of the timetable, and whether it follows a rule or stands by itself."""

    date: KeptDate
    has_rule: bool
    is_own: bool


@dataclass(frozen=True)
class ClosedDay:
    """A day on which a rule falls and nothing takes place."""

    on: date
    why: Skip
    holiday: Holiday | None


@dataclass(frozen=True)
class Timetable:
    """A series with its rules, its dates to come, and the days on which nothing takes place."""

    series: KeptSeries
    rules: tuple[RuleCard, ...]
    dates: Paged[TimetableDate]
    closed: tuple[ClosedDay, ...]


def timetables(viewer: Viewer, asked: ListAsked, *, lang: str) -> Paged[TimetableRow]:
    """The series of the viewer's organisation, the soonest first."""
    found = series_kept(viewer, asked, lang=lang)
    rules = rules_by_series(viewer, [row.id for row in found.rows])
    return found.with_rows(TimetableRow(row, tuple(rules[row.id])) for row in found.rows)


def timetable(viewer: Viewer, series_id: int, asked: ListAsked, *, lang: str) -> Timetable:
    """The timetable of one series from today on; NotFound where it is another organisation's."""
    series = kept_series(viewer, series_id, lang=lang)
    dates = dates_of_series(viewer, series_id, asked, lang=lang)
    rules = rule_of_dates(each.id for each in dates.rows)
    rows = (TimetableDate(each, each.id in rules, rules.get(each.id, (0, False))[1]) for each in dates.rows)
    return Timetable(series, rules_of(viewer, series_id), dates.with_rows(rows), _closed(viewer, series_id))


def _closed(viewer: Viewer, series_id: int) -> tuple[ClosedDay, ...]:
    access.require(viewer, Permission.MANAGE_SESSIONS)
    rows = PlannedDate.objects.from_day_of(clock.now()).filter(rule__series_id=series_id, session=None)
    return tuple(ClosedDay(row.on, Skip(row.why), holiday_on(row.on)) for row in rows[:MOST_CLOSED])
