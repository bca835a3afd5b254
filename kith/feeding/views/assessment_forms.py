"""Writing the forms by which the place assesses feeding: list, one form with its draft, its questions, a preview."""

from dataclasses import replace

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.feeding.actions import assessment_forms as assessment_forms_actions
from kith.feeding.actions.assessment_forms import begin_draft, change_draft, drop_draft, publish_draft, withdraw_form
from kith.feeding.forms.assessments import AssessmentForm, FormHeadForm, NewFormForm, QuestionForm
from kith.feeding.queries import assessments
from kith.feeding.rules.assessments import (
    FormContent,
    Texts,
    check_publication,
    free_key,
    moved_up,
    with_question,
    without_question,
)
from kith.feeding.wording.assessments import form_words
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui import questions
from kith.platform.ui.refusals import refusal_words
from kith.undoing.confirming import Sure, asks_first, confirmed, is_sure

NEW = "new"


def assessment_forms(request: Request) -> HttpResponse:
    """Every form, and the way to begin one."""
    lang = _lang()
    forms = [(form, form_words(form.shown.title, lang)) for form in assessments.assessment_forms(request.viewer)]
    return render(request, "feeding/assessment_forms.jinja", {"forms": forms})


def begin_form(request: Request) -> HttpResponse:
    """Begin a form with its title, its source and its owner; the questions follow."""
    form = NewFormForm(request.POST if request.method == "POST" else None)

    def begin() -> HttpResponse:
        assessment_forms_actions.begin_form(by=request.viewer, **form.answer)
        return _to(form.answer["key"], "begun")

    return questions.question(request, "feeding/begin_form.jinja", form, begin)


def assessment_form(request: Request, key: str) -> HttpResponse:
    """One form: its draft to change, or what is published; its versions."""
    shown = assessments.assessment_form(request.viewer, key)
    form = FormHeadForm(request.POST if request.method == "POST" else None, shown.shown)
    lacks = check_publication(shown.draft) if shown.draft else None

    def change() -> HttpResponse:
        change_draft(by=request.viewer, key=key, change=lambda content: replace(content, **form.head))
        return _to(key, "changed")

    page = {
        "shown": shown,
        "title": form_words(shown.shown.title, _lang()),
        "questions": [(each, form_words(each.text, _lang()), _missing(each.text)) for each in shown.shown.questions],
        "done": _done_words(request.GET.get("done", "")),
        "lacks": refusal_words(lacks) if lacks else "",
    }
    return questions.question(request, "feeding/assessment_form.jinja", form, change, page)


def form_question(request: Request, key: str, question: str) -> HttpResponse:
    """Change one question of the draft, or add one."""
    content = _draft(request, key)
    before = content.question(question)
    if before is None and question != NEW:
        raise NotFound("question")
    form = QuestionForm(request.POST if request.method == "POST" else None, before)

    def write() -> HttpResponse:
        made = form.made(before.key if before else free_key(content))
        change_draft(by=request.viewer, key=key, change=lambda content: with_question(content, made))
        return _to(key, "changed")

    return questions.question(
        request, "feeding/form_question.jinja", form, write, {"key": key, "is_new": before is None}
    )


def change_question(request: Request, key: str, question: str) -> HttpResponse:
    """Take a question off the draft, or move it up by one."""
    _draft(request, key)
    change = without_question if request.POST.get("choice") == "remove" else moved_up
    change_draft(by=request.viewer, key=key, change=lambda content: change(content, question))
    return _to(key, "changed")


@asks_first("drop")
def act_on_form(request: Request, key: str) -> HttpResponse:
    """Begin a draft, publish it, throw it away, or take the form out of use and back."""
    by, chosen = request.viewer, request.POST.get("choice", "")
    shown = assessments.assessment_form(by, key)
    if chosen == "drop" and not is_sure(request):
        return confirmed(
            request, _sure_to_drop(key, form_words(shown.shown.title, _lang()).text), lambda _said: _to(key, "")
        )
    match chosen:
        case "draft":
            begin_draft(by=by, key=key)
        case "publish":
            publish_draft(by=by, key=key)
        case "drop":
            drop_draft(by=by, key=key)
            return HttpResponseRedirect(reverse("assessment-forms"))
        case "withdraw" | "offer":
            withdraw_form(by=by, key=key, is_withdrawn=chosen == "withdraw")
    return _to(key, chosen)


def _sure_to_drop(key: str, title: str) -> Sure:
    happens = (_("Its questions are gone for everybody who has worked on them."),)
    back = reverse("assessment-form", args=[key])
    return Sure(_("Throw this draft away?"), title, happens, _("Throw the draft away"), back)


def form_preview(request: Request, key: str) -> HttpResponse:
    """The form as it will be asked, all ages together, in each language of the place; nothing can be sent."""
    content = assessments.assessment_form(request.viewer, key).shown
    previews = [
        (
            language,
            form_words(content.title, language.code),
            AssessmentForm(questions=content.questions, lang=language.code, auto_id=f"{language.code}_%s"),
        )
        for language in INTERFACE_LANGUAGES
    ]
    return render(request, "feeding/form_preview.jinja", {"key": key, "content": content, "previews": previews})


def _draft(request: Request, key: str) -> FormContent:
    draft = assessments.assessment_form(request.viewer, key).draft
    if draft is None:
        raise NotFound("draft")
    return draft


def _missing(texts: Texts) -> list[str]:
    """The languages in which a text is still missing, by their own names."""
    return [
        language.own_name for language in INTERFACE_LANGUAGES if form_words(texts, language.code).lang != language.code
    ]


def _lang() -> str:
    return get_language() or ENGLISH.code


def _to(key: str, done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('assessment-form', args=[key])}?done={done}")


def _done_words(code: str) -> str:
    return {
        "begun": _("The form is begun. Add its questions now."),
        "changed": _("Saved in the draft. Families are assessed by it once you publish it."),
        "draft": _("A draft of the next version is begun."),
        "publish": _("Published. Families are assessed by it from now on."),
        "withdraw": _("The form is out of use. What was assessed with it stays."),
        "offer": _("The form is in use again."),
    }.get(code, "")
