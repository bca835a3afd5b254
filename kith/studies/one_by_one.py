"""Several questions, one a page: what was answered goes along in the form, so that nothing is kept before the end.

It works without a script; "back" shows the question before with its answer. Nothing is written of who gives up.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.platform.ui.refusals import RefusableForm

Form = TypeVar("Form", bound=RefusableForm)


@dataclass(frozen=True)
class OneByOne(Generic[Form]):
    """A form whose questions are asked one a page, its template, and what the template finds beside them.

    The template finds the form as ``form``, the question as ``asked``, its place as ``at`` of ``of`` (from 0), the
    hidden fields as ``hidden`` and the answers so far as ``carried``.
    """

    make: Callable[[QueryDict | None], Form]
    template: str
    page: Mapping[str, object]

    def answer(self, request: Request, act: Callable[[Form], HttpResponse]) -> HttpResponse:
        """Ask each question on a page of its own, then act; a refusal leads to the question that it concerns."""
        sent = request.POST if request.method == "POST" else None
        names = [name for name, field in self.make(None).fields.items() if not field.widget.is_hidden]
        if sent is None:
            return self._drawn(request, self.make(None), names, 0)
        at = _place(sent, len(names))
        if sent.get("do") == "back":
            return self._drawn(request, self._filled(sent), names, max(at - 1, 0))
        form = self.make(sent)
        for later in names[at + 1 :]:
            del form.fields[later]
        if form.is_valid():
            if at + 1 < len(names):
                return self._drawn(request, self._filled(sent), names, at + 1)
            try:
                return act(form)
            except Refusal as refusal:
                form.refuse(refusal)
        wrong = next((number for number, name in enumerate(names) if name in form.errors), at)
        return self._drawn(request, form, names, wrong)

    def _filled(self, sent: QueryDict) -> Form:
        """The form with what was answered, and without a word about what is still to come."""
        form = self.make(None)
        told = {
            name: field.widget.value_from_datadict(sent, {}, name)
            for name, field in form.fields.items()
            if any(each == name or each.startswith(f"{name}_") for each in sent)
        }
        form.initial = {**form.initial, **told}
        return form

    def _drawn(self, request: Request, form: Form, names: list[str], at: int) -> HttpResponse:
        own = names[at]
        hidden = [form[name] for name, field in form.fields.items() if field.widget.is_hidden]
        left = {
            "at",
            "do",
            own,
            *(f"{own}_{part}" for part in ("day", "month", "year")),
            *(each.name for each in hidden),
        }
        carried = [(name, each) for name in request.POST if name not in left for each in request.POST.getlist(name)]
        shown = {"form": form, "asked": form[own], "at": at, "of": len(names), "hidden": hidden, "carried": carried}
        return render(request, self.template, {**self.page, **shown}, status=422 if form.errors else 200)


def _place(sent: QueryDict, count: int) -> int:
    """Which question was answered; whatever is no number is the first."""
    typed = sent.get("at", "0")
    return min(int(typed), count - 1) if typed.isascii() and typed.isdigit() and len(typed) < 3 else 0
