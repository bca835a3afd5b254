"""Changed meanwhile: what two people changed at the same time, question by question, and the choice between the two.

A form carries what stood in it when it was opened. When it is sent and something else stands there by then, nothing is
written: a page shows what stood there before, what stands there now and what the sender wrote, and asks which it is.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import wraps
from typing import Any, TypeVar

from django import forms
from django.core import signing
from django.db import connection, transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.platform.ui import formats
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm

SALT = "kith.undoing.meanwhile"
SEEN, COMPARED, CHOICE = "seen_then", "seen_now", "choose-"
MINE, THEIRS = "mine", "theirs"
View = TypeVar("View", bound=Callable[..., HttpResponse])
Said = dict[str, Any]


@dataclass(frozen=True)
class Difference:
    """One question that another person has answered otherwise meanwhile: before, now, and what the sender wrote."""

    name: str
    question: str
    before: str
    now: str
    mine: str
    is_open: bool


def watch(form: RefusableForm) -> None:
    """Have the form carry what stands in it as it is drawn."""
    form.fields[SEEN] = forms.CharField(required=False, widget=forms.HiddenInput, initial=_signed(_there_now(form)))


def settle(
    request: Request, form: RefusableForm, act: Callable[[], HttpResponse], *, back: str, layout: str
) -> HttpResponse:
    """Act on a watched form that is right; but first show what another person has changed since it was opened."""
    before, now = _read(form.cleaned_data.pop(SEEN, "")), _there_now(form)
    mine = {name: _plain(form.cleaned_data.get(name)) for name in now}
    changed = [name for name in now if name in before and before[name] != now[name] != mine[name]]
    is_compared = _read(request.POST.get(COMPARED, "")) == now
    chosen = {name: request.POST.get(CHOICE + name, "") for name in changed}
    # Where the sender wrote nothing of their own, what the other one wrote stays.
    chosen |= {name: THEIRS for name in changed if mine[name] == before[name]}
    if changed and not (is_compared and all(each in (MINE, THEIRS) for each in chosen.values())):
        differences = [
            Difference(
                name=name,
                question=str(form.fields[name].label or name),
                before=_words(form.fields[name], before[name]),
                now=_words(form.fields[name], now[name]),
                mine=_words(form.fields[name], mine[name]),
                is_open=mine[name] != before[name],
            )
            for name in changed
        ]
        shown = {
            "differences": differences,
            "carried": list(_carried(request)),
            "now": _signed(now),
            "is_missing": is_compared,
            "back": back,
            "layout": layout,
        }
        return render(request, "undoing/meanwhile.jinja", shown, status=422)
    for name in changed:
        if chosen[name] == THEIRS:
            form.cleaned_data[name] = _value(form, name)
    return act()


def edited(
    request: Request,
    template: str,
    form: RefusableForm,
    act: Callable[[], HttpResponse],
    page: Mapping[str, object] | None = None,
    *,
    back: str,
    layout: str = "layouts/desk.jinja",
) -> HttpResponse:
    """``question`` for a page that changes what is there already: nothing that another person wrote is lost."""
    watch(form)
    if form.is_valid():
        try:
            return settle(request, form, act, back=back, layout=layout)
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, template, {"form": form, **(page or {})}, status=422 if form.errors else 200)


def in_turn(thing: str) -> Callable[[View], View]:
    """Let two people who send the same thing at once go one after the other; this part of the address names it.

    So the second one is compared with what the first one wrote.
    """

    def make(view: View) -> View:
        @wraps(view)
        def sent(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method != "POST":
                return view(request, *args, **kwargs)
            with transaction.atomic():
                take_turn(f"{thing} {kwargs[thing]}")
                return view(request, *args, **kwargs)

        return sent  # type: ignore[return-value]  # it is called as the view is

    return make


def take_turn(name: str) -> None:
    """Wait until no other transaction has this turn, and have it until one's own ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


def _there_now(form: RefusableForm) -> Said:
    """What stands in the record now, by question, as plain text."""
    return {name: _plain(_value(form, name)) for name in form.fields if name != SEEN and not _is_key(form, name)}


def _is_key(form: RefusableForm, name: str) -> bool:
    return bool(form.fields[name].widget.is_hidden)


def _value(form: RefusableForm, name: str) -> Any:
    """What stands there now, as the form would hand it on."""
    field = form.fields[name]
    known = form.get_initial_for_field(field, name)
    try:
        return field.clean(field.prepare_value(known))
    except forms.ValidationError:
        return known


def _plain(value: Any) -> Any:
    """A value as it can be signed and compared."""
    if value is None or value is False:
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted(map(_plain, value))
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return str(value).strip()


def _words(field: forms.Field, said: Any) -> str:
    """The same, as it is read."""
    if not said or said == "False":
        return gettext("Nothing")
    if isinstance(said, list):
        return ", ".join(_words(field, each) for each in said)
    if isinstance(field, DatePartsField):
        return formats.date(dt.date.fromisoformat(said), "medium")
    if isinstance(field, forms.BooleanField):
        return gettext("Yes")
    return _choices(field).get(said, str(said))


def _choices(field: forms.Field) -> dict[str, str]:
    """The words of a list's choices, its groups taken apart."""
    found: dict[str, str] = {}
    for value, words in getattr(field, "choices", ()):
        inside = words if isinstance(words, list | tuple) else ((value, words),)
        found |= {str(_plain(each)): str(said) for each, said in inside}
    return found


def _carried(request: Request) -> Iterator[tuple[str, str]]:
    """Everything that was sent, to be sent again; the choices are made anew."""
    for name in request.POST:
        if name != COMPARED and not name.startswith(CHOICE):
            yield from ((name, each) for each in request.POST.getlist(name))


def _signed(said: Said) -> str:
    return signing.dumps(said, salt=SALT, compress=True)


def _read(text: str) -> Said:
    """What a form carried; nothing where it carried none, or another page's."""
    try:
        said: Said = signing.loads(text, salt=SALT) if text else {}
    except signing.BadSignature:
        return {}
    return said
