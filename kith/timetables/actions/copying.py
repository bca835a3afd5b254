"""What took place in one term is laid out for another."""

from collections.abc import Collection
from uuid import UUID, uuid5

from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.timetables.actions.rules import RuleReceipt, add_rule
from kith.timetables.models import Rule, Term
from kith.timetables.rules.codes import RuleId, TermId
from kith.timetables.rules.terms import may_copy
from kith.whats_on.queries.series import titles_of_series


@action
def copy_term(
    *, by: Actor, source: TermId, target: TermId, rule_ids: Collection[RuleId], request_key: UUID
) -> list[RuleReceipt]:
    """Lay out these rules of one term for another, all or none; the same request key never does it twice.

    A Refusal names the series (``series``) whose rule cannot be laid out.
    """
    access.require(by, Permission.MANAGE_SESSIONS)
    terms = {row.pk: row for row in Term.objects.filter(pk__in=(source, target))}
    if len(terms) != len({source, target}):
        raise NotFound("term")
    if refusal := may_copy(terms[source].span, terms[target].span, today=clock.today()):
        raise refusal
    rows = list(access.visible(by, Rule.objects.filter(pk__in=rule_ids)).order_by("pk"))
    if len(rows) != len(set(rule_ids)):
        raise NotFound("rule")
    titles = titles_of_series(by, [row.series_id for row in rows], lang="en")
    audit.record(by, "timetables.term_copied", terms[target], count=len(rows))
    made = []
    for row in rows:
        plan = row.plan.in_span(terms[target].span)
        try:
            key = uuid5(request_key, str(row.pk))
            made.append(add_rule(by=by, series_id=row.series_id, plan=plan, request_key=key))
        except Refusal as refusal:
            refusal.facts["series"] = titles[row.series_id].text
            raise
    return made
