"""The pages of what services cost, of the case study, and the papers themselves."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language

from kith.kernel.languages import INTERFACE_LANGUAGES, interface_language, is_interface_language
from kith.kernel.plan import Paper
from kith.plans.actions.papers import cost_service, write_case_text
from kith.plans.forms.plan import ChapterForm, CostForm
from kith.plans.printing import print_paper
from kith.plans.queries.aims import costs as costs_now
from kith.plans.queries.aims import services_to_cost
from kith.plans.queries.papers import chapter_to_write, chapters
from kith.plans.voices import checked_quotes
from kith.plans.wording.plan import trace_words
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question


def costs(request: Request) -> HttpResponse:
    """What each service costs in a year, and which money pays it."""
    page = {
        "found": costs_now(request.viewer, lang=get_language() or "en"),
        "may_change": Permission.MANAGE_MEETINGS in request.viewer.permissions,
    }
    return render(request, "plans/costs.jinja", page)


def add_cost(request: Request) -> HttpResponse:
    """Ask what a service costs."""
    services = services_to_cost(request.viewer, lang=get_language() or "en")
    form = CostForm(request.POST if request.method == "POST" else None, services=services)

    def note() -> HttpResponse:
        cost_service(by=request.viewer, **form.answer)
        return HttpResponseRedirect(reverse("plan-costs"), status=303)

    return question(request, "plans/add_cost.jinja", form, note)


def case_study(request: Request) -> HttpResponse:
    """The chapters that people write, and which of parents' words may be printed."""
    lang = get_language() or "en"
    page = {
        "chapters": chapters(request.viewer),
        "quotes": [
            (each.quote, [trace_words(one.trace, one.words, one.line) for one in each.found])
            for each in checked_quotes(request.viewer, lang)
        ],
        "own_language": lang,
        "languages_of_papers": INTERFACE_LANGUAGES,
        "may_change": Permission.MANAGE_MEETINGS in request.viewer.permissions,
    }
    return render(request, "plans/case_study.jinja", page)


def chapter(request: Request, case_chapter: str, case_language: str) -> HttpResponse:
    """Write one chapter in one language."""
    there = chapter_to_write(request.viewer, case_chapter, case_language)
    form = ChapterForm(request.POST) if request.method == "POST" else ChapterForm(initial={"words": there.words})

    def write() -> HttpResponse:
        write_case_text(by=request.viewer, chapter=there.chapter, language=there.language, **form.answer)
        return HttpResponseRedirect(reverse("case-study"), status=303)

    page = {"there": there, "language": interface_language(there.language)}
    return question(request, "plans/chapter.jinja", form, write, page)


def paper(request: Request, plan_paper: str, paper_language: str) -> HttpResponse:
    """The briefing or the case study, filled with what stands now, in one language."""
    if plan_paper not in set(Paper) or not is_interface_language(paper_language):
        raise NotFound("paper")
    language = interface_language(paper_language)
    with translation.override(language.code):
        content = print_paper(request.viewer, Paper(plan_paper), language)
    name = f'inline; filename="{plan_paper}-{language.code}.pdf"'
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": name})
