"""Referring: urgent signs first, then what for, who can help, what they will see, and her word. One question a page."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.families.queries.cards import FamilyCard, family_to_change
from kith.kernel.ids import FamilyId, ReferralId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request, ViewerKind
from kith.platform.ui.questions import question
from kith.referrals.actions import referring as referrals
from kith.referrals.actions.referring import Agreement, NewReferral
from kith.referrals.forms import ReferForm, receiver_name
from kith.referrals.queries.receivers import ReceiverCard, needs_met, receivers_for
from kith.referrals.queries.referrals import open_referral
from kith.referrals.rules.needs import SHARED, Particular, ReferralNeed
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
        there = open_referral(request.viewer, family.id, ReferralNeed(need))
        page = {
            "receivers": receivers,
            "need": need,
            "open_referral": there,
            "closed": chosen,
            "left": _left(receivers),
        }
        return _page(request, family, "referrals/refer_who.jinja", **page)
    return _last_question(request, family, chosen)


def _left(receivers: list[ReceiverCard]) -> list[ReceiverCard]:
    """Those that take referrals today."""
    return [each for each in receivers if not each.is_closed]


def _last_question(request: Request, family: FamilyCard, receiver: ReceiverCard) -> HttpResponse:
    """What they will see, how soon, and her word; then it is sent."""
    form = ReferForm(
        request.POST if request.method == "POST" else None,
        is_own=request.viewer.kind is ViewerKind.PARENT,
        initial={
            "language": family.speaks,
        },
    )
    shared = [PARTICULARS[each] for each in Particular if each in SHARED[receiver.need]]
    page = _shown(request, family, receiver=receiver, need=receiver.need, shared=shared)

    def send() -> HttpResponse:
        referral_id = _send(request, family, receiver, form)
        if form.is_own:
            return HttpResponseRedirect(f"{reverse('my-page')}?{urlencode({'done': 'referred'})}")
        done = "draft" if request.POST.get("do") == "draft" else "sent"
        return HttpResponseRedirect(f"{reverse('referral', args=[referral_id])}?{urlencode({'done': done})}")

    return question(request, "referrals/refer.jinja", form, send, page)


def _send(request: Request, family: FamilyCard, receiver: ReceiverCard, form: ReferForm) -> ReferralId:
    given = form.cleaned_data
    is_draft = request.POST.get("do") == "draft" and not form.is_own
    if not given["agreed"] and not is_draft:
        raise Refusal("referral_needs_consent")
    # On her own page she agrees in the language of the page.
    agreed = Agreement(get_language() or ENGLISH.code) if form.is_own else form.agreement
    follows = _uuid(request.GET.get("follows", ""))
    return referrals.refer(
        by=request.viewer,
        family_id=family.id,
        referral=NewReferral(receiver.id, given["urgency"], given["why"], follows),
        agreed=None if is_draft else agreed,
    )


def _page(request: Request, family: FamilyCard, template: str, **more: object) -> HttpResponse:
    return render(request, template, _shown(request, family, **more))


def _shown(request: Request, family: FamilyCard, **more: object) -> dict[str, object]:
    is_own = request.viewer.kind is ViewerKind.PARENT
    return {
        "family": family,
        "is_own": is_own,
        "layout": "layouts/public.jinja" if is_own else "layouts/desk.jinja",
        "here": request.path,
        "back": reverse("my-page") if is_own else reverse("family", args=[family.id]),
        "needs_words": REFERRAL_NEEDS,
        "urgencies": URGENCIES,
        "span_words": span_words,
        "receiver_name": receiver_name,
        **more,
    }


def _uuid(text: str) -> ReferralId | None:
    try:
        return ReferralId(UUID(text)) if text else None
    except ValueError as error:
        raise NotFound("referral") from error
