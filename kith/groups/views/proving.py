"""Between the form and the booking: the page that waits for her proof, the page behind the link, the worker's word."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.groups.actions.holding import give_up_held
from kith.groups.actions.proving import confirm_by_code, confirm_by_link, confirm_for_person
from kith.groups.forms.needs import company
from kith.groups.forms.proving import CodeForm, ConfirmForm, SpokenForm
from kith.groups.queries.held import held_page, page_to_confirm
from kith.groups.views.booking import see_other
from kith.groups.wishes import HeldPage
from kith.kernel.ids import SessionId
from kith.kernel.refusal import Refusal
from kith.places.codes.languages import spoken_language
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.platform.ui.questions import is_done, question
from kith.whats_on.queries.desk import session_to_run


class Receipt(Protocol):
    """What a wish became."""

    @property
    def token(self) -> str:
        """Of its page."""


@dataclass(frozen=True)
class Proof:
    """One secret of a wish, and what it opens."""

    prove: Callable[..., Receipt | Refusal]
    give_up: Callable[[], object]
    read: Callable[[], HeldPage[Any] | None]
    leads_to: str
    """The name of the page of what it became."""
    template: str
    name: str
    """By which the template knows what was asked for."""
    form: type[CodeForm | ConfirmForm]


def proved(request: Request, proof: Proof) -> HttpResponse:
    """The page that waits for a proof, or that is behind the link: it is given, or the places are let go."""
    if request.POST.get("do") == "let-go":
        proof.give_up()
        return see_other(request.path)
    form = proof.form(request.POST if request.method == "POST" else None)
    became: list[str] = []

    def act() -> None:
        found = proof.prove(**form.cleaned_data)
        if isinstance(found, Refusal):
            raise found
        became.append(found.token)

    if is_done(form, act):
        return see_other(reverse(proof.leads_to, args=became))
    page = proof.read()
    if page is None:
        raise NotFound("wish")
    if page.became_token:
        return see_other(reverse(proof.leads_to, args=[page.became_token]))
    shown = {"page": page, proof.name: page.of, "form": form, "spoken_language": spoken_language}
    along = list(company(page.wish.order.needs)) if page.wish else []
    return render(request, proof.template, {**shown, "along": along}, status=422 if form.errors else 200)


@unkept
def held(request: Request, session_id: int, held_token: str) -> HttpResponse:
    """Look at your phone: the code is typed here, or the places are let go. The link in the message does the same."""
    by, at = request.viewer, SessionId(session_id)
    proof = Proof(
        prove=partial(confirm_by_code, by=by, session_id=at, token=held_token),
        give_up=partial(give_up_held, by=by, session_id=at, secret=held_token),
        read=partial(held_page, by, at, held_token, lang=_lang()),
        leads_to="booking",
        template="groups/held.jinja",
        name="session",
        form=CodeForm,
    )
    return proved(request, proof)


@unkept
def confirm(request: Request, session_id: int, proof_token: str) -> HttpResponse:
    """What was asked for, to be confirmed by a tap: mail is opened by machines too, and a GET changes nothing."""
    by, at = request.viewer, SessionId(session_id)
    proof = Proof(
        prove=partial(confirm_by_link, by=by, session_id=at, link=proof_token),
        give_up=partial(give_up_held, by=by, session_id=at, secret=proof_token),
        read=partial(page_to_confirm, by, at, proof_token, lang=_lang()),
        leads_to="booking",
        template="groups/confirm.jinja",
        name="session",
        form=ConfirmForm,
    )
    return proved(request, proof)


def confirm_spoken(request: Request, session_id: int) -> HttpResponse:
    """Let a worker confirm for a person who rings or comes: only by the number or e-mail that the person says."""
    session = session_to_run(request.viewer, SessionId(session_id), lang=_lang())
    if session is None:
        raise NotFound("session")
    form = SpokenForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        confirm_for_person(by=request.viewer, session_id=session.id, contact=form.cleaned_data["contact"])
        return see_other(reverse("register", args=[session.id]))

    return question(request, "groups/confirm_spoken.jinja", form, act, {"session": session})


def _lang() -> str:
    return get_language() or "en"
