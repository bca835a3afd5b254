"""A rule: asked, looked at before it is saved, changed, and ended."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.directory.queries.listing import venue_names
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.timetables.actions import rules as actions
from kith.timetables.forms.rules import RuleForm, ending_form
from kith.timetables.queries.rules import Preview, ending_of, kept_rule, preview_of_change, preview_of_new
from kith.timetables.rules.codes import RuleId
from kith.timetables.rules.details import RulePlan
from kith.timetables.views.saying import BACK, SAVE, carried, lang, to
from kith.timetables.wording.effects import lines_of_ending, lines_of_rule
from kith.timetables.wording.sentences import rule_words, why_words
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.undoing.editing import sent
from kith.whats_on.queries.series import kept_series

Look = Callable[[RulePlan], Preview]
Save = Callable[[RulePlan], HttpResponse]


def add_rule(request: Request, series_id: int) -> HttpResponse:
    """Ask for a new rule, show what it lays out, and plan its dates."""
    series = kept_series(request.viewer, series_id, lang=lang())
    form = RuleForm(sent(request), venue_names(request.viewer), None)

    def look(plan: RulePlan) -> Preview:
        return preview_of_new(request.viewer, series.id, plan)

    def save(plan: RulePlan) -> HttpResponse:
        key = form.cleaned_data["request_key"]
        actions.add_rule(by=request.viewer, series_id=series.id, plan=plan, request_key=key)
        return to("timetable", series.id, done="rule_added")

    return _asked(request, form, look, save, {"series": series, "rule": None})


def change_rule(request: Request, rule_id: int) -> HttpResponse:
    """Ask how the rule is to be, show what that does to the dates that stand, and change those alone."""
    rule = kept_rule(request.viewer, RuleId(rule_id))
    series = kept_series(request.viewer, rule.series_id, lang=lang())
    form = RuleForm(sent(request), venue_names(request.viewer), rule.plan, rule.revision)

    def look(plan: RulePlan) -> Preview:
        return preview_of_change(request.viewer, rule.id, plan)

    def save(plan: RulePlan) -> HttpResponse:
        revision, agreed = form.cleaned_data["revision"] or 0, form.cleaned_data["agreed"]
        actions.change_rule(by=request.viewer, rule_id=rule.id, plan=plan, revision=revision, agreed=agreed)
        return to("timetable", series.id, done="rule_changed")

    return _asked(request, form, look, save, {"series": series, "rule": rule})


@asks_first()
def end_rule(request: Request, rule_id: int) -> HttpResponse:
    """Call off every date to come of a rule, once it is clear how many families are told."""
    rule = kept_rule(request.viewer, RuleId(rule_id))
    series = kept_series(request.viewer, rule.series_id, lang=lang())
    ending = ending_of(request.viewer, rule.id)

    def act(said: Any) -> HttpResponse:
        actions.end_rule(by=request.viewer, rule_id=rule.id, agreed=said["agreed"])
        return to("timetable", series.id, done="rule_ended")

    sure = Sure(
        _("End this rule, and call off its dates?"),
        f"{series.title}: {rule_words(rule.plan)}",
        (*lines_of_ending(ending.dates), _("Dates that are called off do not come back. Plan other ones.")),
        _("End this rule"),
        reverse("timetable", args=[series.id]),
    )
    return confirmed(request, sure, act, ending_form(ending.mark))


def _asked(request: Request, form: RuleForm, look: Look, save: Save, page: dict[str, Any]) -> HttpResponse:
    """The form until it is right, then what it lays out, and what leads on from there."""
    wanted, preview = request.POST.get("do", ""), None
    if wanted != BACK and form.is_valid():
        plan = form.plan
        try:
            if wanted == SAVE:
                return save(plan)
            preview = look(plan)
        except Refusal as refusal:
            preview = _again(look, plan) if wanted == SAVE else None
            form.refuse(refusal)
    if preview is None:
        return render(request, "timetables/rule.jinja", {**page, "form": form}, status=422 if form.errors else 200)
    shown = {
        "form": form,
        "plan": plan,
        "preview": preview,
        "lines": tuple(lines_of_rule(preview.effect)) if preview.effect else (),
        "carried": carried(request, "do", "left_out", "agreed", "revision"),
        "revision": page["rule"].revision if page["rule"] else 0,
        "rule_words": rule_words,
        "why_words": why_words,
    }
    return render(request, "timetables/preview.jinja", {**page, **shown}, status=422 if form.errors else 200)


def _again(look: Look, plan: RulePlan) -> Preview | None:
    """What the rule would do now, where that is no longer what was shown; None where the questions have to change."""
    try:
        return look(plan)
    except Refusal:
        return None
