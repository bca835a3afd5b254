"""The page of one question: asked, answered, acted upon; what cannot be comes back as words beside the question."""

from collections.abc import Callable, Mapping

from django.http import HttpResponse
from django.shortcuts import render

from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.platform.ui.refusals import RefusableForm


def question(
    request: Request,
    template: str,
    form: RefusableForm,
    act: Callable[[], HttpResponse],
    page: Mapping[str, object] | None = None,
) -> HttpResponse:
    """Answer with what ``act`` leads to once the form is sent and right, and with the page of the form until then.

    A refusal of the act is shown by the form. The template finds the form as ``form``, and what ``page`` holds.
    """
    if form.is_valid():
        try:
            return act()
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, template, {"form": form, **(page or {})}, status=422 if form.errors else 200)


def is_done(form: RefusableForm, act: Callable[[], object]) -> bool:
    """Whether the form was sent, was right, and the act was done: for a page with several forms."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refusal as refusal:
        form.refuse(refusal)
        return False
    return True
