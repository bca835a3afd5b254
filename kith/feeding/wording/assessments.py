"""The words for assessment forms."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.feeding.rules.assessments import Mark
from kith.kernel.refusal import Refusal

MARKS: Mapping[Mark, Promise] = {
    Mark.NONE: _("Nobody in particular"),
    Mark.PERSON: _("A named person"),
    Mark.URGENT: _("A named person, and the urgent signs at once"),
}
_REFUSED: Mapping[str, Promise] = {
    "answer_not_on_form": _("The form has changed meanwhile. Open it again"),
    "form_not_published": _("The form has changed meanwhile. Open it again"),
    "one_answer_only": _("Choose one answer to each question"),
    "nothing_answered": _("Answer at least one question"),
    "nobody_to_lead_on_to": _(
        "Nobody here may look after this. Call the infant feeding lead, then send the form again"
    ),
    "form_key_taken": _("Another form has this short name. Choose another"),
    "form_needs_a_title": _("The form needs a title in English"),
    "form_needs_source_and_owner": _("Say where the questions come from and who answers for them"),
    "form_needs_questions": _("The form has no questions yet"),
    "form_leads_to_nobody": _("No answer leads to a person. Mark the answers that somebody should look at"),
    "ages_out_of_order": _("The last day of age comes after the first"),
    "too_many_choices": _("The question has too many answers"),
}
_ABOUT_A_QUESTION: Mapping[str, Promise] = {
    "question_needs_words": _("Question %(number)s has no words in English"),
    "question_needs_choices": _("Question %(number)s needs at least two answers"),
    "choice_needs_words": _("Question %(number)s has an answer without words in English"),
}


def form_refusal_words(refusal: Refusal) -> str:
    """Why a form or its answers cannot be taken, and what would do."""
    if refusal.code in _ABOUT_A_QUESTION:
        return str(_ABOUT_A_QUESTION[refusal.code]) % refusal.facts
    return str(_REFUSED[refusal.code]) if refusal.code in _REFUSED else gettext("This cannot be recorded")
