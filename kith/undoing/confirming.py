"""The page that asks before something is done that cannot be undone: who is affected, and what will happen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.http import HttpResponse

from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import RefusableForm

View = TypeVar("View", bound=Callable[..., HttpResponse])


@dataclass(frozen=True)
class Sure:
    """What the page says: the question, who it is about, what happens, who is told, the button, and the way back."""

    asked: str
    about: str
    happens: tuple[str, ...]
    button: str
    back: str
    layout: str = "layouts/desk.jinja"


class SureForm(RefusableForm):
    """The second tap; a room may ask more before it."""

    sure = forms.CharField(widget=forms.HiddenInput, initial="yes")


def is_sure(request: Request) -> bool:
    """Whether this is the second tap, on the page that says what will happen."""
    return request.method == "POST" and request.POST.get("sure") == "yes"


def confirmed(
    request: Request, sure: Sure, act: Callable[[Any], HttpResponse], form: type[RefusableForm] = SureForm
) -> HttpResponse:
    """Do it at the second tap, with what was answered; the first tap changes nothing and draws the page that asks.

    What the first tap sent is sent again with the second one.
    """
    asked = form(request.POST if is_sure(request) else None)
    carried = [(name, each) for name in request.POST for each in request.POST.getlist(name) if name not in asked.fields]
    page = {"sure": sure, "carried": carried}
    return question(request, "undoing/sure.jinja", asked, lambda: act(asked.cleaned_data), page)


def asks_first(*acts: str) -> Callable[[View], View]:
    """Mark a view whose first tap asks; of a page with several buttons, the ones that do."""

    def mark(view: View) -> View:
        view.asks_first = acts or ("",)  # type: ignore[attr-defined]  # the tests of all taps read it
        return view

    return mark
