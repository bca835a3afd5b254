"""For those who run sessions: their list, and calling one off."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kith.kernel.ids import SessionId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui import formats
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.whats_on.actions.planning import cancel_session
from kith.whats_on.booked import counts_of
from kith.whats_on.queries.desk import session_to_run, sessions_to_run


def sessions_desk(request: Request) -> HttpResponse:
    """The sessions of one's own organisation."""
    found = sessions_to_run(request.viewer, ListAsked.of(request.GET), lang=get_language() or "en")
    return render(request, "whats_on/sessions_desk.jinja", {"found": found})


@asks_first()
def call_off(request: Request, session_id: int) -> HttpResponse:
    """Call a session off, once it is clear how many families are told."""
    session = session_to_run(request.viewer, SessionId(session_id), lang=get_language() or "en")
    if session is None:
        raise NotFound("session")
    to_register = reverse("register", args=[session_id])

    def act(_said: object) -> HttpResponse:
        cancel_session(by=request.viewer, session_id=session.id)
        return HttpResponseRedirect(to_register, status=303)

    booked = counts_of([session.id])[session.id]
    count = booked.told_count
    told = ngettext(
        "%(num)s family that has a place or waits for one is told at once, in the language they read.",
        "%(num)s families that have a place or wait for one are told at once, in the language they read.",
        count,
    )
    happens = (
        *([told % {"num": formats.number(count)}] if count else []),
        *([_("Interpreters who were booked for it are told.")] if booked.interpreter_count else []),
        _("A session that is called off does not come back. Plan another one."),
    )
    about = f"{session.title.text}: {formats.date(session.starts_at)}"
    sure = Sure(_("Call this session off?"), about, happens, _("Call this session off"), to_register)
    return confirmed(request, sure, act)
