"""Rules as they stand, and what one would do that is not saved yet."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.kernel.refusal import Refusal
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText
from kith.timetables.models import PlannedDate, Rule
from kith.timetables.plans import RuleEffect, effect_of, effect_of_ending, laid_out, left_out_of, mark_of
from kith.timetables.rules.codes import Holiday, RuleId, Skip
from kith.timetables.rules.details import RulePlan
from kith.timetables.rules.holidays import holiday_on, is_known
from kith.timetables.rules.repeating import Laid
from kith.whats_on.queries.series import KeptDate, RoomTaken, kept_series, rooms_taken, titles_of_series


@dataclass(frozen=True)
class RuleCard:
    """A rule of a series."""

    id: RuleId
    series_id: int
    plan: RulePlan
    revision: int

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed."""
        return self.plan.repeat.last_on < clock.today()


@dataclass(frozen=True)
class PreviewDay:
    """A day that a rule falls on: when by the clock, why not, and the date that has the room already, if one does."""

    on: date
    starts_at: datetime
    ends_at: datetime
    why: Skip | None
    holiday: Holiday | None
    taken_by: RoomTaken | None
    is_shifted: bool


@dataclass(frozen=True)
class Preview:
    """What a rule would lay out; and, where it stands already, what the change would do."""

    days: tuple[PreviewDay, ...]
    effect: RuleEffect | None = None
    is_beyond_list: bool = False

    @property
    def dates_count(self) -> int:
        """How many dates take place."""
        return sum(each.why is None for each in self.days)

    @property
    def closed_count(self) -> int:
        """On how many days nothing takes place."""
        return len(self.days) - self.dates_count

    @property
    def taken_count(self) -> int:
        """On how many days another date has the room."""
        return sum(each.taken_by is not None for each in self.days)


@dataclass(frozen=True)
class Ending:
    """What the end of a rule would call off; ``mark`` is another as soon as this is."""

    dates: tuple[KeptDate, ...]
    mark: str

    @property
    def told_count(self) -> int:
        """How many families are told."""
        return sum(each.booked.told_count for each in self.dates)


def rules_of(viewer: Viewer, series_id: int) -> tuple[RuleCard, ...]:
    """The rules of a series that are not over, the first to begin first."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    rows = access.visible(viewer, Rule.objects.filter(series_id=series_id, last_on__gte=clock.today()))
    return tuple(_card(row) for row in rows.order_by("first_on", "pk"))


def rules_by_series(viewer: Viewer, series_ids: Collection[int]) -> dict[int, list[RuleCard]]:
    """The same for several series."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    found: dict[int, list[RuleCard]] = {each: [] for each in series_ids}
    rows = access.visible(viewer, Rule.objects.filter(series_id__in=series_ids, last_on__gte=clock.today()))
    for row in rows.order_by("first_on", "pk"):
        found[row.series_id].append(_card(row))
    return found


def kept_rule(viewer: Viewer, rule_id: RuleId) -> RuleCard:
    """One rule with the days left out of it by hand; NotFound where it is another organisation's."""
    row = _row(viewer, rule_id)
    return _card(row, left_out_of(row))


def preview_of_new(viewer: Viewer, series_id: int, plan: RulePlan) -> Preview:
    """What a new rule would lay out; raises Refusal where it cannot be."""
    kept_series(viewer, series_id, lang="en")
    return Preview(_days(viewer, plan, laid_out(plan)), is_beyond_list=not is_known(plan.repeat.last_on))


def preview_of_change(viewer: Viewer, rule_id: RuleId, plan: RulePlan) -> Preview:
    """What a changed rule would lay out and do; raises Refusal where it cannot be."""
    row = _row(viewer, rule_id)
    effect = effect_of(viewer, row, plan)
    own = row.dates.filter(session__isnull=False).values_list("session_id", flat=True)
    days = _days(viewer, plan, effect.laid, apart_from=[each for each in own if each])
    return Preview(days, effect, is_beyond_list=not is_known(plan.repeat.last_on))


def ending_of(viewer: Viewer, rule_id: RuleId) -> Ending:
    """What the end of a rule would call off."""
    dates = effect_of_ending(viewer, _row(viewer, rule_id))
    return Ending(dates, mark_of(dates))


@dataclass(frozen=True)
class Unfollowed:
    """A rule in term time whose dates are others than the terms say now, and what laying it out anew would do.

    None, with why: as it is it cannot be laid out at all.
    """

    rule: RuleCard
    title: LocalText
    effect: RuleEffect | None
    why_not: Refusal | None = None


def rules_beside_terms(viewer: Viewer, *, lang: str) -> tuple[Unfollowed, ...]:
    """The rules of the viewer's organisation that do not follow the terms as they are now, by series."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    wanted = Rule.objects.filter(term_time_only=True, last_on__gte=clock.today(), series__ended_on=None)
    rows = list(access.visible(viewer, wanted).order_by("series_id", "first_on", "pk"))
    titles = titles_of_series(viewer, [row.series_id for row in rows], lang=lang)
    found = (_unfollowed(viewer, row, titles[row.series_id]) for row in rows)
    return tuple(each for each in found if each)


def _unfollowed(viewer: Viewer, row: Rule, title: LocalText) -> Unfollowed | None:
    card = _card(row, left_out_of(row))
    try:
        effect = effect_of(viewer, row, card.plan)
    except Refusal as refusal:
        return Unfollowed(card, title, None, refusal)
    return None if effect.is_none else Unfollowed(card, title, effect)


def rule_of_session(_viewer: Viewer, session_id: SessionId) -> RuleCard | None:
    """The rule by which a session takes place; every viewer may know it. None for a date beside the rules."""
    row = PlannedDate.objects.filter(session_id=session_id).select_related("rule").first()
    return _card(row.rule) if row else None


def rule_of_dates(session_ids: Iterable[SessionId]) -> dict[int, tuple[RuleId, bool]]:
    """By which rule each of these sessions takes place, and whether it was changed alone."""
    rows = PlannedDate.objects.filter(session_id__in=list(session_ids))
    return {row.session_id: (RuleId(row.rule_id), row.is_own) for row in rows if row.session_id}


def _row(viewer: Viewer, rule_id: RuleId) -> Rule:
    access.require(viewer, Permission.MANAGE_SESSIONS)
    row = access.visible(viewer, Rule.objects.all()).filter(pk=rule_id).first()
    if row is None:
        raise NotFound("rule")
    return row


def _card(row: Rule, left_out: frozenset[date] = frozenset()) -> RuleCard:
    plan = row.plan
    return RuleCard(
        id=RuleId(row.pk),
        series_id=row.series_id,
        plan=RulePlan(plan.repeat, plan.details, plan.term_time_only, plan.skips_bank_holidays, left_out),
        revision=row.revision,
    )


def _days(
    viewer: Viewer, plan: RulePlan, laid: Iterable[Laid], *, apart_from: Collection[int] = ()
) -> tuple[PreviewDay, ...]:
    details = plan.details
    times = {each: details.on(each.on) for each in laid}
    wanted = [time for each, time in times.items() if each.why is None]
    taken = rooms_taken(viewer, details.venue_id, details.room, wanted, apart_from=apart_from)

    def in_the_way(starts_at: datetime, ends_at: datetime) -> RoomTaken | None:
        return next((each for each in taken if each.starts_at < ends_at and each.ends_at > starts_at), None)

    return tuple(
        PreviewDay(
            on=each.on,
            starts_at=starts_at,
            ends_at=ends_at,
            why=each.why,
            holiday=holiday_on(each.on),
            taken_by=None if each.why else in_the_way(starts_at, ends_at),
            is_shifted=clock.local(starts_at).time() != details.starts,
        )
        for each, (starts_at, ends_at) in times.items()
    )
