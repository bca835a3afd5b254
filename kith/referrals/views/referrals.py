"""The tray of referrals, one referral with its next deeds, and what a receiver promises."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.kernel.ids import ReceiverId, ReferralId
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.referrals.actions.receivers import set_receiver
from kith.referrals.actions.referring import Agreement, move_referral
from kith.referrals.forms import MoveForm, ReceiverForm, receiver_name
from kith.referrals.queries.receivers import receivers_of
from kith.referrals.queries.referrals import ReferralPage, referral_page, referral_tray
from kith.referrals.rules.referrals import Move, ReferralReason, ReferralState
from kith.referrals.views.deeds import deeds_of, needs_words
from kith.referrals.views.words import REFERRAL_WORDS
from kith.referrals.wording.referrals import REFERRAL_NEEDS, refused_referral


def referrals(request: Request) -> HttpResponse:
    """What is to be answered, what waits on us, what we sent."""
    may_set = Permission.MANAGE_DIRECTORY in request.viewer.permissions
    page = {
        "tray": referral_tray(request.viewer),
        "receivers": receivers_of(request.viewer) if may_set else [],
        **REFERRAL_WORDS,
    }
    return render(request, "referrals/referrals.jinja", page)


def referral(request: Request, referral_id: UUID) -> HttpResponse:
    """One referral: where it stands, its history, and the next deeds."""
    page = referral_page(request.viewer, ReferralId(referral_id))
    wanted = (request.POST if request.method == "POST" else request.GET).get("do", "")
    to = ReferralState(wanted) if wanted in list(ReferralState) else None
    problem = ""
    if request.method == "POST" and to is None:
        return _show(request, page, problem=refused_referral(Refusal("referral_not_from_here")))
    if to in page.moves and needs_words(to, page.row.state):
        return _ask(request, page, to)
    if request.method == "POST" and to:
        try:
            _move(request, page, Move(to))
            return _again(page)
        except Refusal as refusal:
            problem = refused_referral(refusal)
    return _show(request, page, problem=problem)


def withdraw(request: Request, referral_id: UUID) -> HttpResponse:
    """A parent takes her referral back, in one tap."""
    move = Move(ReferralState.WITHDRAWN, ReferralReason.PARENT_CHOSE)
    try:
        move_referral(by=request.viewer, referral_id=ReferralId(referral_id), move=move)
    except Refusal:
        # It was over already: her page says how it ended.
        return HttpResponseRedirect(reverse("my-page"))
    return HttpResponseRedirect(f"{reverse('my-page')}?{urlencode({'done': 'referral_withdrawn'})}")


def receiver(request: Request, receiver_id: int) -> HttpResponse:
    """Until when it takes none, and within how many hours it answers."""
    card = next((each for each in receivers_of(request.viewer) if each.id == receiver_id), None)
    if card is None:
        raise NotFound("receiver")
    is_sent = request.method == "POST"
    form = ReceiverForm(
        request.POST if is_sent else None, promises=card.promises, initial={"closed_until": card.closed_until}
    )
    if is_sent and form.is_valid():
        try:
            set_receiver(
                by=request.viewer,
                receiver_id=ReceiverId(receiver_id),
                closed_until=form.cleaned_data["closed_until"],
                promises=form.promises,
            )
            return HttpResponseRedirect(reverse("referrals"))
        except Refusal as refusal:
            form.refuse(refusal)
    page = {"form": form, "receiver": card, "name": receiver_name(card), "needs": REFERRAL_NEEDS}
    return render(request, "referrals/receiver.jinja", page, status=422 if form.errors else 200)


def _ask(request: Request, page: ReferralPage, to: ReferralState) -> HttpResponse:
    """What this move needs to say."""
    is_sent = request.method == "POST"
    speaks = page.shared.speaks if page.shared else None
    form = MoveForm(request.POST if is_sent else None, to=to, others=page.others, initial={"language": speaks or "en"})
    if is_sent and form.is_valid():
        try:
            _move(request, page, form.move, form.agreement)
            return _again(page)
        except Refusal as refusal:
            form.refuse(refusal)
    shown = {"page": page, "form": form, "to": to, **REFERRAL_WORDS}
    return render(request, "referrals/referral_move.jinja", shown, status=422 if form.errors else 200)


def _move(request: Request, page: ReferralPage, move: Move, agreed: Agreement | None = None) -> None:
    given = request.POST.get("seen", "")
    move_referral(
        by=request.viewer,
        referral_id=page.row.id,
        move=move,
        seen=int(given) if given.isascii() and given.isdigit() else page.seen,
        agreed=agreed,
    )


def _show(request: Request, page: ReferralPage, *, problem: str) -> HttpResponse:
    shown = {"page": page, "deeds": deeds_of(page), "problem": problem, **REFERRAL_WORDS}
    return render(request, "referrals/referral.jinja", shown, status=422 if problem else 200)


def _again(page: ReferralPage) -> HttpResponse:
    return HttpResponseRedirect(reverse("referral", args=[page.row.id]))
