"""What missed brings to shared pages: the question on a parent's own page, and the counts at the desk."""

from django.utils.translation import gettext_lazy as _

from kith.families.context import FamilyContext, Section
from kith.missed.queries.barriers import READERS
from kith.missed.queries.links import OpenQuestion, questions_of
from kith.platform.ui.sections import PageLink


def _mine(context: FamilyContext) -> tuple[OpenQuestion, ...] | None:
    """What she was asked and has not answered; None where there is nothing, and in bereavement."""
    if context.bereavements:
        return None
    return questions_of(context.viewer, context.id, lang=context.lang) or None


MY_QUESTIONS = Section(_mine, "missed/my_questions.jinja")
BARRIERS_DESK = PageLink(
    _("Why families could not come"),
    "barriers",
    tuple(sorted(READERS)),
    _("Time, transport, language and more: counts for the alliance, never a name."),
)
