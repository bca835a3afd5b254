"""Rules: one is added and laid out, changed where it changes something, and ended."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.timetables.models import PlannedDate, Rule
from kith.timetables.plans import effect_of, effect_of_ending, laid_out, mark_of, new_session
from kith.timetables.rules.codes import RuleId
from kith.timetables.rules.details import RulePlan
from kith.timetables.rules.repeating import Laid
from kith.undoing.meanwhile import take_turn
from kith.whats_on.actions.altering import change_session
from kith.whats_on.actions.planning import cancel_session, plan_sessions
from kith.whats_on.queries.series import kept_series


@dataclass(frozen=True)
class RuleReceipt:
    """A rule that was laid out, and its sessions with their days, in order."""

    rule_id: RuleId
    sessions: tuple[tuple[date, SessionId], ...]


@action
def add_rule(*, by: Actor, series_id: int, plan: RulePlan, request_key: UUID) -> RuleReceipt:
    """Lay the rule out and plan all of its dates, or none; the same request key never makes two rules."""
    access.require(by, Permission.MANAGE_SESSIONS)
    kept_series(by, series_id, lang="en")
    take_turn(f"series {series_id}")
    if before := Rule.objects.filter(request_key=request_key, series_id=series_id).first():
        return _receipt(before)
    laid = laid_out(plan)
    row = Rule(series_id=series_id, request_key=request_key)
    _write(row, plan)
    sessions = _plan(by, row, plan, [each.on for each in laid if each.why is None])
    _note_closed(row, laid)
    audit.record(by, "timetables.rule_added", row, count=len(sessions))
    return RuleReceipt(RuleId(row.pk), tuple(sessions))


@action
def change_rule(*, by: Actor, rule_id: RuleId, plan: RulePlan, revision: int, agreed: str) -> None:
    """Let the rule be so from now on, as it was shown: only what it changes is touched.

    Dates that were changed alone, called off or have begun stay as they are. Raises Refusal where the rule, or what
    the change would do, is no longer what was shown (``RuleEffect.mark``).
    """
    row = _locked(by, rule_id)
    if row.revision != revision:
        raise Refusal("rule_changed_meanwhile")
    effect = effect_of(by, row, plan)
    if effect.mark != agreed:
        raise Refusal("effect_changed")
    # In this order, so that a room that is given up is free for what comes there.
    _closed_rows(row).delete()
    for each in effect.ended:
        cancel_session(by=by, session_id=each.id)
    PlannedDate.objects.filter(pk__in=effect.ended_keys).delete()
    for change in effect.altered:
        change_session(by=by, session_id=change.before.id, change=change.change, agreed=change.effect)
    _move([*((each.key, each.on) for each in effect.altered), *effect.carried])
    row.revision += 1
    _write(row, plan)
    _plan(by, row, plan, effect.new)
    _note_closed(row, effect.laid)
    altered, ended, new = (len(each) for each in (effect.altered, effect.ended, effect.new))
    audit.record(by, "timetables.rule_changed", row, altered=altered, ended=ended, new=new)
    freshness.invalidate(Topic.LISTINGS)


@action
def end_rule(*, by: Actor, rule_id: RuleId, agreed: str) -> None:
    """Call off every date to come of the rule, and tell all who have booked; raises Refusal if these are others now."""
    row = _locked(by, rule_id)
    ended = effect_of_ending(by, row)
    if mark_of(ended) != agreed:
        raise Refusal("effect_changed")
    for each in ended:
        cancel_session(by=by, session_id=each.id)
    audit.record(by, "timetables.rule_ended", row, count=len(ended))
    row.dates.filter(on__gt=clock.today()).delete()
    row.last_on = max(row.first_on, clock.today())
    row.revision += 1
    row.save(update_fields=["last_on", "revision"])
    if not row.dates.exists():
        row.delete()
    freshness.invalidate(Topic.LISTINGS)


def _locked(by: Actor, rule_id: RuleId) -> Rule:
    access.require(by, Permission.MANAGE_SESSIONS)
    row = access.visible(by, Rule.objects.select_for_update(of=("self",))).filter(pk=rule_id).first()
    if row is None:
        raise NotFound("rule")
    return row


def _write(row: Rule, plan: RulePlan) -> None:
    """Write the rule down as it is wanted."""
    wanted: dict[str, Any] = {**asdict(plan.repeat), **asdict(plan.details)}
    for name, value in wanted.items():
        setattr(row, name, list(value) if name == "weekdays" else value)
    row.term_time_only, row.skips_bank_holidays = plan.term_time_only, plan.skips_bank_holidays
    row.save()


def _plan(by: Actor, row: Rule, plan: RulePlan, days: Sequence[date]) -> list[tuple[date, SessionId]]:
    """Plan the rule's dates on these days, and note which session is which day's."""
    if not days:
        return []
    new = [new_session(plan.details, day) for day in days]
    made = list(zip(days, plan_sessions(by=by, series_id=row.series_id, sessions=new), strict=True))
    PlannedDate.objects.all().note(row, made)
    return made


def _note_closed(row: Rule, laid: Iterable[Laid]) -> None:
    """Note on which days the rule falls and nothing takes place, and why."""
    closed = [PlannedDate(rule=row, on=each.on, why=each.why) for each in laid if each.why]
    PlannedDate.objects.bulk_create(closed, ignore_conflicts=True)  # a date that was changed alone may stand there


def _closed_rows(row: Rule) -> Any:
    return row.dates.filter(on__gte=clock.today(), session=None)


def _move(moved: Iterable[tuple[int, date]]) -> None:
    """Note on which day each of these is in the rule now."""
    for key, day in moved:
        PlannedDate.objects.filter(pk=key).exclude(on=day).update(on=day)


def _receipt(row: Rule) -> RuleReceipt:
    made = row.dates.filter(session__isnull=False).order_by("on").values_list("on", "session_id")
    return RuleReceipt(RuleId(row.pk), tuple((day, SessionId(each)) for day, each in made if each))
