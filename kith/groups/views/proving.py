"""Between the form and the booking: the page that waits for her proof, the page behind the link, the worker's word."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.groups.actions.booking import BookingReceipt
from kith.groups.actions.holding import give_up_held
from kith.groups.actions.proving import confirm_by_code, confirm_by_link, confirm_for_person
from kith.groups.forms.needs import company
from kith.groups.forms.proving import CodeForm, ConfirmForm, SpokenForm
from kith.groups.queries.held import HeldPage, held_page, page_to_confirm
from kith.groups.views.booking import see_other
from kith.kernel.ids import SessionId
from kith.kernel.refusal import Refusal
from kith.places.codes.languages import spoken_language
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.platform.ui.questions import is_done, question
from kith.whats_on.queries.desk import session_to_run


@unkept
def held(request: Request, session_id: int, held_token: str) -> HttpResponse:
    """Look at your phone: the code is typed here, or the places are let go. The link in the message does the same."""
    by, at = request.viewer, SessionId(session_id)
    if request.POST.get("do") == "let-go":
        give_up_held(by=by, session_id=at, secret=held_token)
        return see_other(request.path)
    form = CodeForm(request.POST if request.method == "POST" else None)
    became: list[BookingReceipt] = []

    def prove() -> None:
        proved = confirm_by_code(by=by, session_id=at, token=held_token, **form.cleaned_data)
        if isinstance(proved, Refusal):
            raise proved
        became.append(proved)

    if is_done(form, prove):
        return see_other(reverse("booking", args=[became[0].token]))
    page = _there(held_page(by, at, held_token, lang=_lang()))
    status = 422 if form.errors else 200
    return render(request, "groups/held.jinja", {"page": page, "session": page.session, "form": form}, status=status)


@unkept
def confirm(request: Request, session_id: int, proof_token: str) -> HttpResponse:
    """What was asked for, to be confirmed by a tap: mail is opened by machines too, and a GET changes nothing."""
    by, at = request.viewer, SessionId(session_id)
    if request.POST.get("do") == "let-go":
        give_up_held(by=by, session_id=at, secret=proof_token)
        return see_other(request.path)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    became: list[BookingReceipt] = []

    def prove() -> None:
        became.append(confirm_by_link(by=by, session_id=at, link=proof_token, **form.cleaned_data))

    if is_done(form, prove):
        return see_other(reverse("booking", args=[became[0].token]))
    page = _there(page_to_confirm(by, at, proof_token, lang=_lang()))
    if page.booking_token:
        return see_other(reverse("booking", args=[page.booking_token]))
    shown = {"page": page, "session": page.session, "form": form, "spoken_language": spoken_language}
    along = list(company(page.wish.order)) if page.wish else []
    return render(request, "groups/confirm.jinja", {**shown, "along": along}, status=422 if form.errors else 200)


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


def _there(page: HeldPage | None) -> HeldPage:
    if page is None:
        raise NotFound("held booking")
    return page


def _lang() -> str:
    return get_language() or "en"
