"""The addresses of timetables."""

from functools import partial

from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page
from kith.timetables.views import dates, rules, series, terms

_planning = partial(page, audience=Audience.STAFF, needs=Permission.MANAGE_SESSIONS)
_asking = partial(_planning, methods=("GET", "POST"))

desk = [
    _planning("timetables/", series.timetables, name="timetables"),
    _asking("timetables/new/", series.add_series, name="add-series"),
    _asking("timetables/terms/", terms.terms, name="terms"),
    _asking("timetables/terms/<int:school_term_id>/", terms.term, name="term"),
    _planning(
        "timetables/terms/<int:school_term_id>/remove/", terms.remove_term, name="remove-term", methods=("POST",)
    ),
    _asking("timetables/terms/follow/", terms.follow_terms, name="follow-terms"),
    _asking("timetables/copy/", terms.copy_term, name="copy-term"),
    _asking("timetables/rules/<int:rule_id>/", rules.change_rule, name="change-rule"),
    _planning("timetables/rules/<int:rule_id>/end/", rules.end_rule, name="end-rule", methods=("POST",)),
    _asking("timetables/dates/<int:session_id>/", dates.change_date, name="change-date"),
    _planning("timetables/<int:series_id>/", series.timetable, name="timetable"),
    _asking("timetables/<int:series_id>/change/", series.change_series, name="change-series"),
    _asking("timetables/<int:series_id>/end/", series.end_series, name="end-series"),
    _planning("timetables/<int:series_id>/reopen/", series.reopen_series, name="reopen-series", methods=("POST",)),
    _asking("timetables/<int:series_id>/rules/new/", rules.add_rule, name="add-rule"),
    _asking("timetables/<int:series_id>/dates/new/", dates.add_date, name="add-date"),
]
