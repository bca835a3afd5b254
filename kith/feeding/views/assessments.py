"""Assessing feeding with a form of the place, and reading what was answered."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from kith.feeding.actions.assessments import record_assessment
from kith.feeding.forms.assessments import AssessmentForm
from kith.feeding.queries.assessments import Assessing, assessing, assessment_page
from kith.feeding.views.returning import back_to_baby
from kith.feeding.wording.assessments import form_words
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId
from kith.kernel.languages import ENGLISH
from kith.platform.access.viewer import Request
from kith.platform.i18n.texts import LocalText
from kith.platform.ui import formats
from kith.platform.ui.questions import question


def assess(request: Request, family_id: UUID, baby_id: UUID, key: str) -> HttpResponse:
    """Ask the questions of a form, and write the answers down."""
    asked = assessing(request.viewer, FamilyId(family_id), BabyId(baby_id), key)
    lang = get_language() or ENGLISH.code
    form = AssessmentForm(request.POST if request.method == "POST" else None, questions=asked.questions, lang=lang)

    def record() -> HttpResponse:
        by, baby_id, version_id = request.viewer, asked.baby.id, asked.version_id
        done = record_assessment(by=by, baby_id=baby_id, version_id=version_id, **form.answer)
        if done.led_on:
            return redirect("assessment", family_id, baby_id, done.assessment_id)
        return back_to_baby(asked, "assessment")

    page = {
        "asked": asked,
        "title": form_words(asked.content.title, lang),
        "hers": _in_her_language(asked, lang),
        "age": formats.age(asked.baby.born_on, clock.today()),
    }
    return question(request, "feeding/assess.jinja", form, record, page)


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
    }
    return render(request, "feeding/assessment.jinja", page)


def _in_her_language(asked: Assessing, lang: str) -> dict[str, LocalText]:
    """The questions as she reads them, where that is another language and the form has it: to show or to read out."""
    hers = asked.family.reads
    if hers == lang:
        return {}
    texts = {question.key: form_words(question.text, hers) for question in asked.questions}
    return {key: text for key, text in texts.items() if text.lang == hers}
