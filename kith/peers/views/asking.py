"""How a page of one form at the desk is asked: its heading, what stands above it, and where it leads back."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import RefusableForm


@dataclass(frozen=True)
class Asked:
    """The words of one page: its question, what it is about, its button, and the address that it leads back to."""

    title: str
    about: str
    button: str
    back: str
    note: str = ""


def ask(request: Request, asked: Asked, form: RefusableForm, act: Callable[[], object]) -> HttpResponse:
    """Ask with this form; done, lead back."""

    def done() -> HttpResponse:
        act()
        return HttpResponseRedirect(asked.back, status=303)

    return question(request, "peers/form.jinja", form, done, {"asked": asked})


def to(name: str, *args: object) -> HttpResponse:
    """Lead on."""
    return HttpResponseRedirect(reverse(name, args=args), status=303)
