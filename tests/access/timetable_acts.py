"""What the addresses of timetables name, and every action of theirs done once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from kith.kernel import clock
from kith.kernel.ids import OrganisationId, SessionId, new_uuid
from kith.platform.access.viewer import system_actor
from kith.timetables.actions.copying import copy_term
from kith.timetables.actions.dates import add_date, change_date
from kith.timetables.actions.rules import RuleReceipt, add_rule, change_rule, end_rule
from kith.timetables.actions.series import begin_series
from kith.timetables.actions.terms import add_term, change_term, follow_terms, remove_term
from kith.timetables.models import Rule
from kith.timetables.plans import effect_of, effect_of_ending, mark_of
from kith.timetables.rules.codes import Pattern, RuleId, TermId
from kith.timetables.rules.details import Details, RulePlan
from kith.timetables.rules.repeating import Repeat, Span
from kith.whats_on.actions.planning import NewSeries
from kith.whats_on.queries.changes import effect_of_change
from kith.whats_on.rules.changes import SessionChange
from kith.whats_on.tests import world as dates

BY = system_actor("tests")
Act = Callable[[], object]
AT_TEN = Details(time(10), time(12), 12, online=True)


def a_plan() -> RulePlan:
    """Every Tuesday of the coming eight weeks."""
    today = clock.today()
    return RulePlan(Repeat(Pattern.WEEKLY, (1,), today + timedelta(1), today + timedelta(weeks=8)), AT_TEN)


def a_rule(series_id: int) -> RuleReceipt:
    """It, laid out."""
    return add_rule(by=BY, series_id=series_id, plan=a_plan(), request_key=new_uuid())


def a_term(weeks: int = 0, name: str = "Spring") -> TermId:
    """A term of four weeks that begins in so many."""
    first = clock.today() + timedelta(weeks=weeks)
    return add_term(by=BY, name=name, span=Span(first, first + timedelta(days=27)))


def timetable_ids(of: OrganisationId) -> dict[str, Any]:
    """A series, its rule, and a term."""
    series_id = dates.a_series(dates.a_service(of))
    return {"series_id": series_id, "rule_id": a_rule(series_id).rule_id, "school_term_id": a_term()}


def _series(_world: object = None) -> int:
    return dates.a_series(dates.a_service(dates.an_organisation("Timetables")))


def _begun(_world: object) -> Act:
    service_id = dates.a_service(dates.an_organisation("Timetables"))
    return lambda: begin_series(by=BY, series=NewSeries(service_id, "new-cafe", {"en": "Café"}))


def _rule_changed(_world: object) -> Act:
    row = Rule.objects.get(pk=a_rule(_series()).rule_id)
    plan = replace(a_plan(), details=replace(AT_TEN, capacity=20))
    agreed = effect_of(BY, row, plan).mark
    return lambda: change_rule(by=BY, rule_id=row.pk, plan=plan, revision=row.revision, agreed=agreed)


def _rule_ended(_world: object) -> Act:
    row = Rule.objects.get(pk=a_rule(_series()).rule_id)
    agreed = mark_of(effect_of_ending(BY, row))
    return lambda: end_rule(by=BY, rule_id=row.pk, agreed=agreed)


def _rule_added(_world: object) -> Act:
    series_id = _series()
    return lambda: a_rule(series_id)


def _date_added(_world: object) -> Act:
    series_id, on = _series(), clock.today() + timedelta(days=9)
    return lambda: add_date(by=BY, series_id=series_id, on=on, details=AT_TEN)


def _date_changed(_world: object) -> Act:
    session_id: SessionId = a_rule(_series()).sessions[0][1]
    change = SessionChange(capacity=30)
    agreed = mark_of(effect_of_change(BY, session_id, change))
    return lambda: change_date(by=BY, session_id=session_id, change=change, agreed=agreed)


def _copied(_world: object) -> Act:
    rule_id, source, target = a_rule(_series()).rule_id, a_term(5, "First"), a_term(10, "Second")
    key = new_uuid()
    return lambda: copy_term(by=BY, source=source, target=target, rule_ids=[rule_id], request_key=key)


def _term_changed(_world: object) -> Act:
    term_id, first = a_term(20), date(2030, 1, 7)
    return lambda: change_term(by=BY, term_id=term_id, name="Later", span=Span(first, first + timedelta(30)))


def _followed(_world: object) -> Act:
    rule = Rule.objects.get(pk=a_rule(_series()).rule_id)
    Rule.objects.filter(pk=rule.pk).update(term_time_only=True)
    rule.refresh_from_db()
    mark = effect_of(BY, rule, rule.plan).mark
    return lambda: follow_terms(by=BY, agreed={RuleId(rule.pk): mark})


def _term_removed(_world: object) -> Act:
    term_id = a_term(20)
    return lambda: remove_term(by=BY, term_id=term_id)


TIMETABLE_ACTS: dict[str, Callable[[Any], Act]] = {
    "timetables.begin_series": _begun,
    "timetables.add_rule": _rule_added,
    "timetables.change_rule": _rule_changed,
    "timetables.end_rule": _rule_ended,
    "timetables.add_date": _date_added,
    "timetables.change_date": _date_changed,
    "timetables.copy_term": _copied,
    "timetables.add_term": lambda _: lambda: a_term(20),
    "timetables.change_term": _term_changed,
    "timetables.follow_terms": _followed,
    "timetables.remove_term": _term_removed,
}
