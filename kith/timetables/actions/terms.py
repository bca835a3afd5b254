"""The terms of the place: added, changed, taken away; what is planned already follows where that is agreed."""

from collections.abc import Mapping
from dataclasses import replace

from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.timetables.actions.rules import change_rule
from kith.timetables.models import Rule, Term
from kith.timetables.plans import left_out_of
from kith.timetables.rules.codes import RuleId, TermId
from kith.timetables.rules.repeating import Span
from kith.timetables.rules.terms import may_be_term
from kith.undoing.meanwhile import take_turn


@action
def add_term(*, by: Actor, name: str, span: Span) -> TermId:
    """Write a term down; the same one twice is one."""
    access.require(by, Permission.MANAGE_SESSIONS)
    take_turn("terms")
    if before := Term.objects.filter(name=name, first_on=span.first_on, last_on=span.last_on).first():
        return TermId(before.pk)
    _require_apart(span)
    row = Term.objects.create(name=name, first_on=span.first_on, last_on=span.last_on)
    audit.record(by, "timetables.term_added", row)
    return TermId(row.pk)


@action
def change_term(*, by: Actor, term_id: TermId, name: str, span: Span) -> None:
    """Let the term have this name and these days."""
    row = _locked(by, term_id)
    _require_apart(span, apart_from=term_id)
    row.name, row.first_on, row.last_on = name, span.first_on, span.last_on
    row.save(update_fields=["name", "first_on", "last_on"])
    audit.record(by, "timetables.term_changed", row)


@action
def follow_terms(*, by: Actor, agreed: Mapping[RuleId, str]) -> None:
    """Lay these rules out anew by the terms as they are now, all or none; only dates that change are touched.

    ``agreed``: by rule, the mark of what was shown. Raises Refusal where one would do something else by now.
    """
    access.require(by, Permission.MANAGE_SESSIONS)
    take_turn("terms")
    for rule_id, mark in sorted(agreed.items()):
        row = access.visible(by, Rule.objects.filter(term_time_only=True)).filter(pk=rule_id).first()
        if row is None:
            raise NotFound("rule")
        plan = replace(row.plan, left_out=left_out_of(row))
        change_rule(by=by, rule_id=rule_id, plan=plan, revision=row.revision, agreed=mark)
        audit.record(by, "timetables.terms_followed", row)


@action
def remove_term(*, by: Actor, term_id: TermId) -> None:
    """Take the term away."""
    row = _locked(by, term_id)
    audit.record(by, "timetables.term_removed", row)
    row.delete()


def _locked(by: Actor, term_id: TermId) -> Term:
    access.require(by, Permission.MANAGE_SESSIONS)
    take_turn("terms")
    row = Term.objects.filter(pk=term_id).first()
    if row is None:
        raise NotFound("term")
    return row


def _require_apart(span: Span, *, apart_from: int = 0) -> None:
    others = [each.span for each in Term.objects.exclude(pk=apart_from)]
    if refusal := may_be_term(span, others):
        raise refusal
