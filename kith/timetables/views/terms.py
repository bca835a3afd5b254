"""The terms of the place, and laying out one term like another."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.platform.access.viewer import Request
from kith.platform.ui import formats
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import refusal_words
from kith.timetables.actions import copying
from kith.timetables.actions import terms as actions
from kith.timetables.forms.terms import CopyForm, FollowForm, TermForm, choice_of
from kith.timetables.queries import terms as queries
from kith.timetables.queries.rules import rules_beside_terms
from kith.timetables.rules.codes import RuleId, TermId
from kith.timetables.views.saying import done, lang, to
from kith.timetables.wording.effects import lines_of_rule
from kith.timetables.wording.sentences import rule_words
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.undoing.editing import sent
from kith.undoing.meanwhile import edited, in_turn


def terms(request: Request) -> HttpResponse:
    """The terms, and a new one."""
    form = TermForm(sent(request))

    def add() -> HttpResponse:
        actions.add_term(by=request.viewer, **form.answer)
        return _on(request, "term_added")

    page = {"terms": queries.terms(request.viewer), "done": done(request)}
    return question(request, "timetables/terms.jinja", form, add, page)


@in_turn("school_term_id")
def term(request: Request, school_term_id: int) -> HttpResponse:
    """The name and the days of one."""
    kept = queries.term(request.viewer, TermId(school_term_id))
    form = TermForm(sent(request), kept)

    def change() -> HttpResponse:
        actions.change_term(by=request.viewer, term_id=kept.id, **form.answer)
        return _on(request, "term_changed")

    return edited(request, "timetables/term.jinja", form, change, {"kept": kept}, back=reverse("terms"))


@asks_first()
def remove_term(request: Request, school_term_id: int) -> HttpResponse:
    """Take a term away, once it is clear what follows."""
    kept = queries.term(request.viewer, TermId(school_term_id))

    def act(_said: object) -> HttpResponse:
        actions.remove_term(by=request.viewer, term_id=kept.id)
        return _on(request, "term_removed")

    days = f"{formats.date(kept.span.first_on, 'medium')} – {formats.date(kept.span.last_on, 'medium')}"
    happens = (
        _("Dates that are planned already stay as they are."),
        _("Which of them shall follow all the same is asked next."),
        _("Rules in term time that are laid out from now on leave these days out."),
    )
    sure = Sure(_("Take this term away?"), f"{kept.name}: {days}", happens, _("Take it away"), reverse("terms"))
    return confirmed(request, sure, act)


def follow_terms(request: Request) -> HttpResponse:
    """Which series do not follow the terms any more, and what it does to lay them out anew."""
    found = rules_beside_terms(request.viewer, lang=lang())
    form = FollowForm(sent(request), found)

    def follow() -> HttpResponse:
        actions.follow_terms(by=request.viewer, agreed=form.agreed)
        return to("timetables", done="terms_followed")

    hints = {choice_of(each): " ".join(lines_of_rule(each.effect)) for each in found if each.effect}
    stuck = [(each, refusal_words(each.why_not)) for each in found if each.why_not]
    page = {"found": found, "hints": hints, "stuck": stuck, "done": done(request), "rule_words": rule_words}
    return question(request, "timetables/follow_terms.jinja", form, follow, page)


def _on(request: Request, what: str) -> HttpResponse:
    """On to the series that do not follow the terms any more; where there are none, back to the terms."""
    is_concerned = bool(rules_beside_terms(request.viewer, lang=lang()))
    return to("follow-terms" if is_concerned else "terms", done=what)


def copy_term(request: Request) -> HttpResponse:
    """Choose what of one term takes place again in another, and lay all of it out."""
    chosen = (_number(request.GET.get(name, "")) for name in ("source", "target"))
    offer = queries.copy_offer(request.viewer, *chosen, lang=lang())
    form = CopyForm(sent(request), offer)

    def copy() -> HttpResponse:
        if not (offer.source and offer.target):
            return to("timetables", done="")
        rule_ids = [RuleId(each) for each in form.cleaned_data["rules"]]
        key = form.cleaned_data["request_key"]
        copying.copy_term(
            by=request.viewer, source=offer.source.id, target=offer.target.id, rule_ids=rule_ids, request_key=key
        )
        return to("timetables", done="copied")

    return question(request, "timetables/copy_term.jinja", form, copy, {"offer": offer, "hints": _hints(offer)})


def _hints(offer: queries.CopyOffer) -> dict[str, str]:
    """How many dates each rule would have in the new term."""
    return {
        str(each.rule_id): ngettext("%(num)s date", "%(num)s dates", each.dates_count)
        % {"num": formats.number(each.dates_count)}
        for each in offer.rules
    }


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None
