"""One page of questions about a record: asked, checked, written down, and back to the record."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise

from kith.families.forms.asking import Asking
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request


@dataclass(frozen=True)
class Question:
    """What a page of questions says around its form, and where it leads."""

    title: str | Promise
    about: str
    back: str
    then: str
    intro: str | Promise = ""
    button: str | Promise = ""
    layout: str = "layouts/desk.jinja"
    more: dict[str, Any] = field(default_factory=dict)


def ask(request: Request, form: Asking, question: Question, deed: Callable[[], object]) -> HttpResponse:
    """Draw the questions, or do the deed and go on; what is refused is said beside its question."""
    if form.is_valid():
        try:
            deed()
            return HttpResponseRedirect(question.then)
        except Refusal as refusal:
            form.refuse(refusal)
    page = {"form": form, "question": question, **question.more}
    return render(request, "families/questions.jinja", page, status=422 if form.errors else 200)
