"""One page of questions about something that is there already: asked, checked, written down, and back to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.platform.access.viewer import Request
from kith.platform.ui.refusals import RefusableForm
from kith.undoing.meanwhile import edited

SAVE = _("Save")


class Asking(RefusableForm):
    """A group of questions on one page; ``drawn`` says how a question is drawn where the usual way will not do."""

    drawn: ClassVar[Mapping[str, Mapping[str, Any]]] = {}

    @property
    def answer(self) -> dict[str, Any]:
        """What was entered, by the names of the action."""
        return self.cleaned_data


@dataclass(frozen=True)
class Page:
    """What a page of questions says around its form, and where it leads.

    ``waits`` is said in the place of ``done`` where the action gives back what has to be confirmed first.
    """

    title: str | Promise
    about: str
    back: str
    done: str = "changed"
    waits: str = ""
    intro: str | Promise = ""
    button: str | Promise = SAVE
    layout: str = "layouts/desk.jinja"
    is_grave: bool = False


def sent(request: Request) -> QueryDict | None:
    """What the reader has sent, if anything."""
    return request.POST if request.method == "POST" else None


def ask(request: Request, form: Asking, page: Page, action: Callable[..., object], **about: Any) -> HttpResponse:
    """Draw the questions, or do the action with what is answered, and with what it is about, and go on."""

    def act() -> HttpResponse:
        waiting = action(by=request.viewer, **about, **form.answer)
        done = page.waits if page.waits and waiting else page.done
        return HttpResponseRedirect(f"{page.back}?{urlencode({'done': done})}")

    return edited(request, "undoing/questions.jinja", form, act, {"page": page}, back=page.back, layout=page.layout)
