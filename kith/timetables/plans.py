"""What a rule lays out, and what a changed one would do to the dates that stand; for pages and actions alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from operator import attrgetter
from typing import Any

from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Viewer
from kith.timetables.models import PlannedDate, Rule, Term
from kith.timetables.rules.codes import Skip
from kith.timetables.rules.details import Details, RulePlan, may_plan
from kith.timetables.rules.pairing import DateThere, pair
from kith.timetables.rules.repeating import Laid, Span
from kith.whats_on.queries.changes import effect_of_change
from kith.whats_on.queries.series import KeptDate, dates_by_id
from kith.whats_on.rules.changes import ChangeEffect, SessionChange
from kith.whats_on.rules.plans import NewSession

SAME_NAMES = (
    *("room", "online", "capacity", "joining", "language", "interpreter_possible", "has_creche", "creche_places"),
)
"""What a date and the details of a rule call by the same name."""


@dataclass(frozen=True)
class Altered:
    """A date that a changed rule moves or alters, and what families and interpreters would hear of it."""

    key: int
    before: KeptDate
    on: date
    change: SessionChange
    effect: ChangeEffect


@dataclass(frozen=True)
class RuleEffect:
    """What a changed rule would do: days it lays out, dates altered, called off and new, and those left as they are.

    ``carried`` are dates whose day in the rule is another now while they themselves stay: called off, or changed alone.
    """

    laid: tuple[Laid, ...]
    new: tuple[date, ...]
    altered: tuple[Altered, ...]
    ended: tuple[KeptDate, ...]
    ended_keys: tuple[int, ...]
    carried: tuple[tuple[int, date], ...]
    untouched_count: int
    own_count: int

    @property
    def told_count(self) -> int:
        """How many families that have a place or wait for one are told."""
        called_off = sum(each.booked.told_count for each in self.ended)
        return called_off + sum(each.effect.told_count + each.effect.waiting_count for each in self.altered)

    @property
    def losing_count(self) -> int:
        """How many families lose their places, because their date is called off."""
        return sum(each.booked.families_count for each in self.ended)

    @property
    def stranded_count(self) -> int:
        """How many families could not come as they planned: by another booking, an interpreter or a crèche lost."""
        return sum(each.effect.stranded_count for each in self.altered)

    @property
    def interpreter_count(self) -> int:
        """How many interpreters are told."""
        ended = sum(each.booked.interpreter_count for each in self.ended)
        return ended + sum(each.effect.interpreter_count for each in self.altered)

    @property
    def is_none(self) -> bool:
        """Whether no date would be new, otherwise, or called off."""
        return not (self.new or self.altered or self.ended)

    @property
    def mark(self) -> str:
        """The same text while it does the same: what was shown is what is done."""
        said = (self.new, [(e.key, e.on, e.change, e.effect) for e in self.altered], self.ended)
        return mark_of(said)


def mark_of(said: object) -> str:
    """A short text that is another one as soon as anything of this is."""
    return sha256(repr(said).encode()).hexdigest()[:24]


def terms_kept() -> tuple[Span, ...]:
    """The terms of the place, in order."""
    return tuple(term.span for term in Term.objects.order_by("first_on"))


def laid_out(plan: RulePlan) -> tuple[Laid, ...]:
    """The days to come of a rule; raises Refusal where it cannot be, or where no date of it takes place."""
    if refusal := may_plan(plan):
        raise refusal
    laid = plan.laid(terms_kept() if plan.term_time_only else (), now=clock.now())
    if all(each.why for each in laid):
        raise Refusal("no_date_left")
    return laid


def new_session(details: Details, on: date) -> NewSession:
    """A date of a rule as groups plan it."""
    starts_at, ends_at = details.on(on)
    same: dict[str, Any] = {name: getattr(details, name) for name in SAME_NAMES}
    return NewSession(starts_at=starts_at, ends_at=ends_at, venue_id=details.venue_id, **same)


def left_out_of(rule: Rule) -> frozenset[date]:
    """The days that a person has left out of a rule."""
    return frozenset(rule.dates.filter(why=Skip.LEFT_OUT).values_list("on", flat=True))


def change_to(before: KeptDate, on: date, details: Details) -> SessionChange | None:
    """What differs between a date and these details on this day; None where nothing does."""
    starts_at, ends_at = details.on(on)
    changed: dict[str, Any] = {
        name: getattr(details, name) for name in SAME_NAMES if getattr(before, name) != getattr(details, name)
    }
    if before.starts_at != starts_at or before.ends_at != ends_at:
        changed |= {"starts_at": starts_at, "ends_at": ends_at}
    if before.venue_id != details.venue_id:
        changed |= {"venue_id": details.venue_id} if details.venue_id else {"leaves_venue": True}
    return SessionChange(**changed) if changed else None


def effect_of(viewer: Viewer, rule: Rule, plan: RulePlan) -> RuleEffect:
    """What the rule would do if it were so from now on; what has begun stays. Raises what ``laid_out`` does."""
    laid = laid_out(plan)
    rows = {row.pk: row for row in _planned(rule)}
    dates = dates_by_id(viewer, [row.session_id for row in rows.values()], lang="en")
    is_to_come = {key: not dates[row.session_id].has_begun for key, row in rows.items() if row.session_id in dates}
    rows = {key: row for key, row in rows.items() if is_to_come.get(key)}
    pairs = pair([DateThere(row.pk, row.on, row.is_own) for row in rows.values()], laid, plan.repeat.pattern)
    kept = {key: dates[row.session_id] for key, row in rows.items()}
    altered, carried, untouched = [], [], 0
    for there, on in pairs.kept:
        before = kept[there.key]
        is_left = there.is_own or before.is_cancelled
        change = None if is_left else change_to(before, on, plan.details)
        if change:
            altered.append(Altered(there.key, before, on, change, _effect(viewer, before, change)))
        else:
            untouched += not is_left
            carried += [(there.key, on)] if on != there.on else []
    ended = sorted((kept[each.key] for each in pairs.ended if kept[each.key].is_open), key=attrgetter("starts_at"))
    return RuleEffect(
        laid=laid,
        new=pairs.new,
        altered=tuple(altered),
        ended=tuple(ended),
        ended_keys=tuple(each.key for each in pairs.ended),
        carried=tuple(carried),
        untouched_count=untouched,
        own_count=sum(each.is_own for each, _ in pairs.kept),
    )


def effect_of_ending(viewer: Viewer, rule: Rule) -> tuple[KeptDate, ...]:
    """The dates to come of the rule, which would be called off if it ended now."""
    sessions = [row.session_id for row in _planned(rule)]
    found = dates_by_id(viewer, sessions, lang="en").values()
    return tuple(sorted((each for each in found if each.is_open), key=attrgetter("starts_at")))


def _effect(viewer: Viewer, before: KeptDate, change: SessionChange) -> ChangeEffect:
    """What the change of one date does; a Refusal names the date."""
    try:
        return effect_of_change(viewer, before.id, change)
    except Refusal as refusal:
        refusal.facts.setdefault("starts_at", before.starts_at)
        raise


def _planned(rule: Rule) -> Iterator[Any]:
    """The days of the rule with a session, from today on."""
    rows: Iterable[PlannedDate] = PlannedDate.objects.from_day_of(clock.now()).filter(rule=rule)
    return (row for row in rows if row.session_id)
