"""The page by which a small group without accounts answers. It leaves no cookie: the code goes with every form."""

from contextlib import suppress

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request, Viewer
from kith.platform.private_links import unkept
from kith.platform.ui.refusals import refusal_words
from kith.referrals.actions.links import open_link, send_link_code
from kith.referrals.actions.referring import move_referral
from kith.referrals.forms import MoveForm
from kith.referrals.queries.referrals import ReferralPage, referral_page
from kith.referrals.rules.referrals import ReferralState
from kith.referrals.views.choices import actions_for, needs_words
from kith.referrals.views.referrals import seen_step, wanted_state
from kith.referrals.views.words import REFERRAL_WORDS
from kith.walls.saying import seen_by


@unkept
def answer_referral(request: Request, token: str) -> HttpResponse:
    """Ask for the code; with it show what the family agreed to share, and take the answer."""
    if request.method != "POST":
        return _ask_for_code(request)
    given = request.POST
    if given.get("do") == "send-code":
        return _send_code(request, token)
    code = given.get("code", "").strip()
    try:
        opened = open_link(token=token, code=code)
    except NotFound:
        opened = None
    if opened is None:
        return _ask_for_code(request, problem=_("This code does not open the page. Ask for a new one."), asked=True)
    referral_id, reader = opened
    try:
        with seen_by(reader):
            page = referral_page(reader, referral_id)
            to = wanted_state(given)
            if to is None or to not in page.moves:
                return _inside(request, page, code)
            return _move(request, page, to, code, reader)
    except NotFound:
        return _ask_for_code(request, problem=_("This referral is over. Thank you."))


def _send_code(request: Request, token: str) -> HttpResponse:
    """Send the code. A dead link gets the same page as a live one: no visitor learns which links are real."""
    try:
        with suppress(NotFound):
            send_link_code(token=token)
    except Refusal as refusal:
        return _ask_for_code(request, problem=refusal_words(refusal))
    return _ask_for_code(request, asked=True)


def _move(request: Request, page: ReferralPage, to: ReferralState, code: str, reader: Viewer) -> HttpResponse:
    is_filled_in = "filled" in request.POST or not needs_words(to, page.row.state)
    form = MoveForm(request.POST if is_filled_in else None, page, to)
    if not is_filled_in or not form.is_valid():
        return _inside(request, page, code, form=form, to=to)
    try:
        move_referral(by=reader, referral_id=page.row.id, move=form.move, seen=seen_step(request.POST))
    except Refusal as refusal:
        return _inside(request, page, code, form=form, to=to, problem=refusal_words(refusal))
    return _inside(request, referral_page(reader, page.row.id), code, is_done=True)


def _inside(request: Request, page: ReferralPage, code: str, **more: object) -> HttpResponse:
    said = {"problem": "", "is_done": False}
    shown = {"page": page, "actions": actions_for(page), "code": code, **said, **REFERRAL_WORDS, **more}
    return render(request, "referrals/answer_referral.jinja", shown)


def _ask_for_code(request: Request, *, problem: str = "", asked: bool = False) -> HttpResponse:
    return render(request, "referrals/answer_door.jinja", {"problem": problem, "asked": asked})
