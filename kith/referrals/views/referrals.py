"""The inbox of referrals, one referral with its next actions, and what a receiver promises."""

from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.kernel.ids import ReferralId
from kith.kernel.refusal import Refusal
from kith.organisations.queries import administering
from kith.organisations.queries.people import teams_of
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import refusal_words
from kith.referrals.actions import receivers
from kith.referrals.actions.receivers import set_receiver
from kith.referrals.actions.referring import Agreement, move_referral
from kith.referrals.forms import MoveForm, NewReceiverForm, ReceiverForm, receiver_name
from kith.referrals.queries.receivers import needs_of, receivers_of
from kith.referrals.queries.referrals import ReferralPage, referral_inbox, referral_page, referrals_of
from kith.referrals.rules.referrals import Move, ReferralReason, ReferralState
from kith.referrals.views.choices import ONE_TAP, actions_for, needs_words
from kith.referrals.views.words import REFERRAL_WORDS
from kith.referrals.wording.referrals import CONFIRMATIONS, REFERRAL_NEEDS
from kith.undoing.confirming import Sure, asks_first, confirmed


def referrals(request: Request) -> HttpResponse:
    """What is to be answered, what waits on us, what we sent."""
    may_set = Permission.MANAGE_DIRECTORY in request.viewer.permissions
    page = {
        "inbox": referral_inbox(request.viewer, ListAsked.of(request.GET)),
        "receivers": receivers_of(request.viewer) if may_set else [],
        **REFERRAL_WORDS,
    }
    return render(request, "referrals/referrals.jinja", page)


def referral(request: Request, referral_id: UUID) -> HttpResponse:
    """One referral: where it stands, its history, and the next actions. To take one in one tap nothing is drawn."""
    is_sent, problem = request.method == "POST", ""
    to = wanted_state(request.POST if is_sent else request.GET)
    page = None if is_sent and to in ONE_TAP else referral_page(request.viewer, ReferralId(referral_id))
    if page and to in page.moves and needs_words(to, page.row.state):
        return _ask(request, page, to)
    if is_sent:
        if to is None:
            raise Refusal("referral_not_from_here")
        try:
            return _move(request, ReferralId(referral_id), Move(to))
        except Refusal as refusal:
            problem = refusal_words(refusal)
    page = page or referral_page(request.viewer, ReferralId(referral_id))
    done = CONFIRMATIONS.get(request.GET.get("done", ""), "")
    shown = {"page": page, "actions": actions_for(page), "problem": problem, "done": done, **REFERRAL_WORDS}
    return render(request, "referrals/referral.jinja", shown, status=422 if problem else 200)


def wanted_state(given: Mapping[str, str]) -> ReferralState | None:
    """The state that the visitor asks for, where there is such a one."""
    text = given.get("do", "")
    return ReferralState(text) if text in list(ReferralState) else None


def seen_step(given: Mapping[str, str]) -> int | None:
    """The last step on the page that the visitor had before her, where it says so."""
    text = given.get("seen", "")
    return int(text) if text.isascii() and text.isdigit() else None


@asks_first()
def withdraw(request: Request, referral_id: UUID) -> HttpResponse:
    """A parent takes her referral back, once she knows who is told."""
    mine = (each for family in request.viewer.family_ids for each in referrals_of(request.viewer, family))
    found = next((each.row for each in mine if each.row.id == referral_id), None)
    if found is None:
        raise NotFound("referral")
    happens = (
        _("%(organisation)s is told, and does not call you about this.") % {"organisation": found.receiver.name},
        _("You can ask for help again at any time."),
    )
    need, layout = str(REFERRAL_NEEDS[found.need]), "layouts/public.jinja"
    sure = Sure(_("Take this back?"), need, happens, _("Take it back"), reverse("my-page"), layout)
    return confirmed(request, sure, lambda _said: _withdraw(request, found.id))


def _withdraw(request: Request, referral_id: ReferralId) -> HttpResponse:
    move = Move(ReferralState.WITHDRAWN, ReferralReason.PARENT_CHOSE)
    try:
        move_referral(by=request.viewer, referral_id=referral_id, move=move)
    except Refusal:
        # It was over already: her page says how it ended.
        return HttpResponseRedirect(reverse("my-page"))
    return HttpResponseRedirect(f"{reverse('my-page')}?{urlencode({'done': 'referral_withdrawn'})}")


def receiver(request: Request, receiver_id: int) -> HttpResponse:
    """Until when it takes none, and within how many hours it answers."""
    card = next((each for each in receivers_of(request.viewer) if each.id == receiver_id), None)
    if card is None:
        raise NotFound("receiver")
    form = ReceiverForm(request.POST if request.method == "POST" else None, card)

    def promise() -> HttpResponse:
        set_receiver(by=request.viewer, receiver_id=card.id, **form.answer)
        return HttpResponseRedirect(reverse("referrals"))

    page = {"receiver": card, "name": receiver_name(card), "needs": REFERRAL_NEEDS}
    return question(request, "referrals/receiver.jinja", form, promise, page)


def add_receiver(request: Request, organisation_id: int) -> HttpResponse:
    """Let an organisation take referrals for one more need."""
    there = administering.organisation(request.viewer, organisation_id)
    form = NewReceiverForm(request.POST if request.method == "POST" else None, teams=teams_of([there.id]))

    def add() -> HttpResponse:
        receivers.add_receiver(by=request.viewer, receiver=form.receiver(there.id))
        return HttpResponseRedirect(reverse("organisation", args=[there.id]), status=303)

    page = {"organisation": there, "taken": needs_of(there.id), "needs": REFERRAL_NEEDS}
    return question(request, "referrals/add_receiver.jinja", form, add, page)


def _ask(request: Request, page: ReferralPage, to: ReferralState) -> HttpResponse:
    """What this move needs to say."""
    form = MoveForm(request.POST if request.method == "POST" else None, page, to)
    shown = {"page": page, "to": to, **REFERRAL_WORDS}

    def move() -> HttpResponse:
        return _move(request, page.row.id, form.move, form.agreement)

    return question(request, "referrals/referral_move.jinja", form, move, shown)


def _move(request: Request, referral_id: ReferralId, move: Move, agreed: Agreement | None = None) -> HttpResponse:
    seen = seen_step(request.POST)
    move_referral(by=request.viewer, referral_id=referral_id, move=move, seen=seen, agreed=agreed)
    told = f"?{urlencode({'done': move.to.value})}" if move.to is ReferralState.SENT else ""
    return HttpResponseRedirect(reverse("referral", args=[referral_id]) + told)
