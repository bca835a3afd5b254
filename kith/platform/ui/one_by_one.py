"""Several questions, one a page: what was answered goes along in the form, so that nothing is kept before the end.

It works without a script; "back" shows the question before with its answer. Nothing is written of who gives up.
"""

from collections.abc import Callable, Mapping

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.platform.ui.refusals import RefusableForm

Make = Callable[[QueryDict | None], RefusableForm]


def one_by_one(
    request: Request,
    template: str,
    make: Make,
    act: Callable[[RefusableForm], HttpResponse],
    page: Mapping[str, object],
) -> HttpResponse:
    """Ask each question of the form on a page of its own, then act; a refusal leads to the question it concerns.

    The template finds the form as ``form``, the question as ``asked``, its place as ``at`` of ``of`` (from 0), and the
    answers so far as ``carried``.
    """
    sent = request.POST if request.method == "POST" else None
    names = [name for name, field in make(None).fields.items() if not field.widget.is_hidden]
    if sent is None:
        return _drawn(request, template, make(None), names, 0, page)
    at = _place(sent, len(names))
    if sent.get("do") == "back":
        return _drawn(request, template, _again(make, sent), names, max(at - 1, 0), page)
    form = make(sent)
    for later in names[at + 1 :]:
        del form.fields[later]
    if form.is_valid():
        if at + 1 < len(names):
            return _drawn(request, template, _again(make, sent), names, at + 1, page)
        try:
            return act(form)
        except Refusal as refusal:
            form.refuse(refusal)
    wrong = next((number for number, name in enumerate(names) if name in form.errors), at)
    return _drawn(request, template, form, names, wrong, page)


def _place(sent: QueryDict, count: int) -> int:
    """Which question was answered; whatever is no number is the first."""
    typed = sent.get("at", "0")
    return min(int(typed), count - 1) if typed.isascii() and typed.isdigit() and len(typed) < 3 else 0


def _again(make: Make, sent: QueryDict) -> RefusableForm:
    """The form as it was filled in, without a word about what is still to come."""
    form = make(None)
    filled = make(sent)
    form.initial = {
        name: field.widget.value_from_datadict(sent, {}, name)  # type: ignore[arg-type]  # there are no files
        for name, field in filled.fields.items()
        if not field.widget.value_omitted_from_data(sent, {}, name)  # type: ignore[arg-type]
        or name in sent
    }
    return form


def _drawn(
    request: Request, template: str, form: RefusableForm, names: list[str], at: int, page: Mapping[str, object]
) -> HttpResponse:
    own = names[at]
    parts = {own, *(f"{own}_{part}" for part in ("day", "month", "year"))}
    carried = [
        (name, value)
        for name in request.POST
        if name not in parts | {"at", "do"} and name not in form.fields.keys() - set(names)
        for value in request.POST.getlist(name)
    ]
    shown = {"form": form, "asked": form[own], "at": at, "of": len(names), "carried": carried}
    hidden = [form[name] for name, field in form.fields.items() if field.widget.is_hidden]
    return render(request, template, {**shown, "hidden": hidden, **page}, status=422 if form.errors else 200)
