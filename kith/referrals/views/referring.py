"""Referring: urgent signs first, then what for, who can help, what they will see, and her word. One question a page."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.families.queries.cards import FamilyCard, family_to_change
from kith.families.rules.codes import InterpreterNeed, Particular
from kith.kernel.ids import FamilyId, ReceiverId, ReferralId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request, ViewerKind
from kith.referrals.actions import referring as referrals
from kith.referrals.actions.referring import Agreement, NewReferral
from kith.referrals.forms import ReferForm, receiver_name
from kith.referrals.queries.receivers import ReceiverCard, needs_met, receivers_for
from kith.referrals.queries.referrals import open_referral
from kith.referrals.rules.clocks import Urgency
from kith.referrals.rules.needs import SHARED, ReferralNeed
from kith.referrals.wording.referrals import PARTICULARS, REFERRAL_NEED_HINTS, REFERRAL_NEEDS, URGENCIES, span_words


def refer(request: Request, family_id: UUID) -> HttpResponse:
    """The next question of a referral, by what the address already answers."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    given = request.GET
    if request.method == "GET" and "step" not in given and "need" not in given:
        return _page(request, family, "referrals/refer_signs.jinja")
    need = given.get("need", "")
    if need not in list(ReferralNeed):
        needs = [(each, REFERRAL_NEEDS[each], REFERRAL_NEED_HINTS[each]) for each in needs_met(request.viewer)]
        return _page(request, family, "referrals/refer_need.jinja", needs=needs)
    receivers = receivers_for(request.viewer, ReferralNeed(need))
    chosen = next((each for each in receivers if str(each.id) == given.get("receiver")), None)
    if chosen is None or chosen.is_closed:
        return _who(request, family, ReferralNeed(need), receivers)
    return _last_question(request, family, chosen)


def _who(request: Request, family: FamilyCard, need: ReferralNeed, receivers: list[ReceiverCard]) -> HttpResponse:
    """Who can help, with what they have in hand."""
    held = open_referral(request.viewer, family.id, need)
    return _page(request, family, "referrals/refer_who.jinja", receivers=receivers, need=need, open_referral=held)


def _last_question(request: Request, family: FamilyCard, receiver: ReceiverCard) -> HttpResponse:
    """What they will see, how soon, and her word; then it is sent."""
    is_own, is_sent = request.viewer.kind is ViewerKind.PARENT, request.method == "POST"
    form = ReferForm(
        request.POST if is_sent else None,
        is_own=is_own,
        initial={
            "urgency": Urgency.ROUTINE.value,
            "language": family.speaks,
            "with_interpreter": family.interpreter_need is InterpreterNeed.YES,
        },
    )
    if is_sent and form.is_valid():
        try:
            return _sent(request, _send(request, family, receiver, form))
        except Refusal as refusal:
            form.refuse(refusal)
    shared = [PARTICULARS[each] for each in Particular if each in SHARED[receiver.need]]
    shown = {"form": form, "receiver": receiver, "need": receiver.need, "shared": shared}
    return _page(request, family, "referrals/refer.jinja", status=422 if form.errors else 200, **shown)


def _send(request: Request, family: FamilyCard, receiver: ReceiverCard, form: ReferForm) -> ReferralId:
    given, is_own = form.cleaned_data, request.viewer.kind is ViewerKind.PARENT
    is_draft = request.POST.get("do") == "draft" and not is_own
    if not given["agreed"] and not is_draft:
        raise Refusal("referral_needs_consent")
    follows = _uuid(request.GET.get("follows", ""))
    return referrals.refer(
        by=request.viewer,
        family_id=family.id,
        referral=NewReferral(ReceiverId(receiver.id), Urgency(given["urgency"]), given["why"], follows),
        agreed=None if is_draft else _agreement(form, is_own=is_own),
    )


def _agreement(form: ReferForm, *, is_own: bool) -> Agreement | None:
    """Her word: on her own page the language is the page's."""
    return Agreement(get_language() or ENGLISH.code) if is_own else form.agreement


def _sent(request: Request, referral_id: ReferralId) -> HttpResponse:
    if request.viewer.kind is ViewerKind.PARENT:
        return HttpResponseRedirect(f"{reverse('my-page')}?{urlencode({'done': 'referred'})}")
    return HttpResponseRedirect(reverse("referral", args=[referral_id]))


def _page(request: Request, family: FamilyCard, template: str, *, status: int = 200, **shown: object) -> HttpResponse:
    is_own = request.viewer.kind is ViewerKind.PARENT
    page = {
        "family": family,
        "is_own": is_own,
        "layout": "layouts/public.jinja" if is_own else "layouts/desk.jinja",
        "here": request.path,
        "back": reverse("my-page") if is_own else reverse("family", args=[family.id]),
        "needs_words": REFERRAL_NEEDS,
        "urgencies": URGENCIES,
        "span_words": span_words,
        "receiver_name": receiver_name,
        **shown,
    }
    return render(request, template, page, status=status)


def _uuid(text: str) -> ReferralId | None:
    try:
        return ReferralId(UUID(text)) if text else None
    except ValueError as error:
        raise NotFound("referral") from error
