"""Assessing feeding with a form of the place, and reading what was answered."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.families.wording.records import age_words
from kith.feeding.actions.assessments import AssessmentDone, record_assessment
from kith.feeding.forms.assessments import AssessmentForm
from kith.feeding.queries.assessments import Assessing, assessing, assessment_page
from kith.feeding.wording.assessments import MARKS
from kith.feeding.wording.starter_form import form_words
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.platform.i18n.texts import LocalText


def assess(request: Request, family_id: UUID, baby_id: UUID, key: str) -> HttpResponse:
    """Ask the questions of a form, and write the answers down."""
    asked = assessing(request.viewer, FamilyId(family_id), BabyId(baby_id), key)
    lang = get_language() or ENGLISH.code
    form = AssessmentForm(request.POST if request.method == "POST" else None, questions=asked.questions, lang=lang)
    if form.is_bound and form.is_valid():
        try:
            return _onward(asked, _recorded(request, asked, form))
        except Refusal as refusal:
            form.refuse(refusal)
    page = {
        "asked": asked,
        "form": form,
        "title": form_words(asked.content.title, lang),
        "hers": _in_her_language(asked, lang),
        "age": age_words(asked.baby.born_on, clock.today()),
    }
    return render(request, "feeding/assess.jinja", page, status=422 if form.errors else 200)


def assessment(request: Request, family_id: UUID, baby_id: UUID, assessment_id: int) -> HttpResponse:
    """What was answered, in the words it was asked in; the signs to act on, and who has been told."""
    lang = get_language() or ENGLISH.code
    made = assessment_page(request.viewer, FamilyId(family_id), BabyId(baby_id), assessment_id)
    page = {
        "made": made,
        "alert": made.alert,
        "title": form_words(made.content.title, lang),
        "answered": [
            (form_words(row.question.text, lang), [form_words(text, lang) for text in row.chosen], row.leads)
            for row in made.answered
        ],
        "marks": MARKS,
    }
    return render(request, "feeding/assessment.jinja", page)


def _recorded(request: Request, asked: Assessing, form: AssessmentForm) -> AssessmentDone:
    return record_assessment(
        by=request.viewer,
        baby_id=asked.baby.id,
        version_id=asked.version_id,
        answers=form.answers,
        note=form.cleaned_data["note"],
        request_key=form.sent_as,
    )


def _onward(asked: Assessing, done: AssessmentDone) -> HttpResponse:
    place = [asked.family.id, asked.baby.id]
    if done.led_on:
        return HttpResponseRedirect(reverse("assessment", args=[*place, done.assessment_id]))
    return HttpResponseRedirect(f"{reverse('baby-feeding', args=place)}?done=assessment")


def _in_her_language(asked: Assessing, lang: str) -> dict[str, LocalText]:
    """The questions as she reads them, where that is another language and the form has it: to show or to read out."""
    hers = asked.family.reads
    if hers == lang:
        return {}
    texts = {question.key: form_words(question.text, hers) for question in asked.questions}
    return {key: text for key, text in texts.items() if text.lang == hers}
