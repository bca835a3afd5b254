"""One session: what a visit is like."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from kith.kernel.ids import SessionId
from kith.places.codes.languages import spoken_language
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.whats_on.parts import SessionContext, public_parts
from kith.whats_on.queries.pages import session_page
from kith.whats_on.words import AUDIENCE_WORDS


def session(request: Request, session_id: int) -> HttpResponse:
    """What, when, where, who is welcome, and how to come."""
    lang = get_language() or "en"
    page = session_page(request.viewer, SessionId(session_id), lang=lang)
    if page is None:
        raise NotFound("session")
    context = {
        "page": page,
        "session": page.session,
        "who": AUDIENCE_WORDS[page.session.audience],
        "spoken_language": spoken_language,
        "brought": public_parts(SessionContext(request.viewer, page.session, lang)),
    }
    return render(request, "whats_on/session.jinja", context)
