"""The pages of the plan's steps and aims."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.kernel.plan import Paper
from kith.organisations.queries.people import people_who
from kith.plans.actions.aims import end_aim as let_aim_end
from kith.plans.actions.aims import set_aim
from kith.plans.actions.steps import note_plan_entry
from kith.plans.forms.plan import AimForm, EntryForm
from kith.plans.queries.aims import aim, aims
from kith.plans.queries.steps import plan as plan_now
from kith.plans.queries.steps import step_page
from kith.plans.wording.plan import PAPERS
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.undoing.confirming import Sure, asks_first, confirmed


def plan(request: Request) -> HttpResponse:
    """The aims, the nine steps, and what is printed of them."""
    lang = get_language() or "en"
    page = {
        "steps": plan_now(request.viewer, lang=lang),
        "aims": aims(request.viewer, lang=lang),
        "papers": [(each.value, PAPERS[each]) for each in Paper],
        "own_language": lang,
        "languages_of_papers": INTERFACE_LANGUAGES,
        "may_change": Permission.MANAGE_MEETINGS in request.viewer.permissions,
    }
    return render(request, "plans/plan.jinja", page)


def step(request: Request, plan_step: str) -> HttpResponse:
    """One step: what shows how it stands, its history, and a form for those who may add to it."""
    found = step_page(request.viewer, plan_step, ListAsked.of(request.GET), lang=get_language() or "en")
    if request.method == "POST" and not found.may_note:
        raise Forbidden(Permission.MANAGE_MEETINGS.value)
    people = people_who(Permission.SEE_GALLERY) if found.may_note else []
    form = EntryForm(request.POST if request.method == "POST" else None, people=people)

    def note() -> HttpResponse:
        note_plan_entry(by=request.viewer, step=found.row.step, **form.answer)
        return HttpResponseRedirect(reverse("plan-step", args=[plan_step]), status=303)

    return question(request, "plans/step.jinja", form, note, {"found": found})


def aims_kept(request: Request) -> HttpResponse:
    """Every aim that holds, and a form for another."""
    form = AimForm(request.POST if request.method == "POST" else None)

    def keep() -> HttpResponse:
        set_aim(by=request.viewer, **form.answer)
        return HttpResponseRedirect(reverse("plan-aims"), status=303)

    page = {"aims": aims(request.viewer, lang=get_language() or "en")}
    return question(request, "plans/aims.jinja", form, keep, page)


@asks_first()
def end_aim(request: Request, aim_id: int) -> HttpResponse:
    """Let an aim end, once it is clear which."""
    found = aim(request.viewer, aim_id, lang=get_language() or "en")
    if found is None:
        raise NotFound("aim")

    def act(_said: object) -> HttpResponse:
        let_aim_end(by=request.viewer, aim_id=found.id)
        return HttpResponseRedirect(reverse("plan-aims"), status=303)

    happens = (_("It ends today: nobody reads it any more on the page of who we are."),)
    sure = Sure(_("End this aim?"), found.words.text, happens, _("End it today"), reverse("plan-aims"))
    return confirmed(request, sure, act)
