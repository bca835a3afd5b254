"""A parent's own one-to-one time at a session: chosen by one tap, given back by another."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language

from kith.cafes.actions.turns import book_own_turn, give_back_own_turn
from kith.cafes.forms.one_to_one import OwnTurnForm
from kith.cafes.queries import families
from kith.cafes.queries.one_to_one import one_to_one_card
from kith.kernel.ids import SessionId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.whats_on.queries.pages import venue_of
from kith.whats_on.queries.sessions import session_card


def own_turn(request: Request, session_id: int) -> HttpResponse:
    """Her time, or the times that are free; for her first family where she is in several."""
    lang = get_language() or "en"
    session = session_card(request.viewer, SessionId(session_id), lang=lang)
    card = one_to_one_card(session) if session else None
    if session is None or card is None:
        raise NotFound("one-to-one time")
    family_id = min(request.viewer.family_ids)
    to_page = HttpResponseRedirect(reverse("own-one-to-one", args=[session_id]), status=303)
    if request.POST.get("do") == "give-back":
        give_back_own_turn(by=request.viewer, family_id=family_id, session_id=session.id)
        return to_page
    form = OwnTurnForm(request.POST if request.method == "POST" else None, card)

    def keep() -> HttpResponse:
        book_own_turn(by=request.viewer, family_id=family_id, session_id=session.id, **form.answer)
        return to_page

    page = {
        "session": session,
        "venue": venue_of(request.viewer, session, lang=lang),
        "card": card,
        "turn": families.own_turn(request.viewer, family_id, session),
    }
    return question(request, "cafes/own_turn.jinja", form, keep, page)
