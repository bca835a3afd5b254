"""Terms, and what would be copied from one to another."""

from dataclasses import dataclass

from kith.kernel import clock
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText
from kith.timetables.models import Rule, Term
from kith.timetables.plans import terms_kept
from kith.timetables.rules.codes import RuleId, TermId
from kith.timetables.rules.details import RulePlan
from kith.timetables.rules.repeating import Span
from kith.timetables.rules.terms import copied_between
from kith.whats_on.queries.series import titles_of_series


@dataclass(frozen=True)
class TermCard:
    """A term of the place."""

    id: TermId
    name: str
    span: Span

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed."""
        return self.span.last_on < clock.today()


@dataclass(frozen=True)
class Copied:
    """A rule as it would be in the new term, and how many dates it would have there."""

    rule_id: RuleId
    title: LocalText
    plan: RulePlan
    dates_count: int


@dataclass(frozen=True)
class CopyOffer:
    """Which terms there are, from which one to which, and what can be copied; None chosen where one is missing."""

    terms: tuple[TermCard, ...]
    source: TermCard | None
    target: TermCard | None
    rules: tuple[Copied, ...]


def terms(viewer: Viewer) -> tuple[TermCard, ...]:
    """The terms of the place, the first one first."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    return tuple(_card(row) for row in Term.objects.order_by("first_on"))


def term(viewer: Viewer, term_id: TermId) -> TermCard:
    """One of them."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    row = Term.objects.filter(pk=term_id).first()
    if row is None:
        raise NotFound("term")
    return _card(row)


def copy_offer(viewer: Viewer, source_id: int | None, target_id: int | None, *, lang: str) -> CopyOffer:
    """What took place in one term and would not in another yet; without ids, the present term and the next one."""
    known = terms(viewer)
    by_id = {int(each.id): each for each in known}
    usual = copied_between([each.span for each in known], today=clock.today())
    source = by_id.get(source_id or 0) or _of_span(known, usual[0] if usual else None)
    target = by_id.get(target_id or 0) or _of_span(known, usual[1] if usual else None)
    if source is None or target is None:
        return CopyOffer(known, source, target, ())
    rows = access.visible(viewer, Rule.objects.filter(series__ended_on=None)).filter(
        first_on__lte=source.span.last_on, last_on__gte=source.span.first_on, last_on__lt=target.span.first_on
    )
    titles = titles_of_series(viewer, [row.series_id for row in rows], lang=lang)
    kept, now = terms_kept(), clock.now()
    found = []
    for row in rows.order_by("series_id", "first_on", "pk"):
        plan = row.plan.in_span(target.span)
        count = sum(each.why is None for each in plan.laid(kept, now=now))
        found.append(Copied(RuleId(row.pk), titles[row.series_id], plan, count))
    return CopyOffer(known, source, target, tuple(found))


def _of_span(known: tuple[TermCard, ...], span: Span | None) -> TermCard | None:
    return next((each for each in known if each.span == span), None)


def _card(row: Term) -> TermCard:
    return TermCard(TermId(row.pk), row.name, Span(row.first_on, row.last_on))
