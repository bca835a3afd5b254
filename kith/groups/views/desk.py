"""For those who run sessions: the list, and the register of one."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kith.groups.actions.attendance import mark_attendance
from kith.groups.actions.deaths import tell_of_death
from kith.groups.actions.planning import cancel_session
from kith.groups.parts import SessionContext, register_parts
from kith.groups.queries.register import register_of, sessions_to_run
from kith.groups.rules.codes import Attendance
from kith.groups.words import ATTENDANCE_WORDS
from kith.kernel.ids import BookingId, SessionId
from kith.places.codes.languages import spoken_language
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui import formats
from kith.undoing.confirming import Sure, asks_first, confirmed


def sessions_desk(request: Request) -> HttpResponse:
    """The sessions of one's own organisation."""
    found = sessions_to_run(request.viewer, ListAsked.of(request.GET), lang=get_language() or "en")
    return render(request, "groups/sessions_desk.jinja", {"found": found})


@asks_first("death")
def register(request: Request, session_id: int) -> HttpResponse:
    """Who is expected; a tap marks a family as arrived or not come, another takes it back; or a death is heard of."""
    if request.POST.get("do") == "death":
        return _death(request, SessionId(session_id))
    if request.method == "POST":
        _mark(request, SessionId(session_id))
        return HttpResponseRedirect(reverse("register", args=[session_id]), status=303)
    lang = get_language() or "en"
    found = register_of(request.viewer, SessionId(session_id), lang=lang)
    if found is None:
        raise NotFound("session")
    context = {
        "register": found,
        "words": ATTENDANCE_WORDS,
        "spoken_language": spoken_language,
        "brought": register_parts(SessionContext(request.viewer, found.session, lang)),
    }
    return render(request, "groups/register.jinja", context)


def _death(request: Request, session_id: SessionId) -> HttpResponse:
    """What falls silent at once, and who writes it down."""
    found = register_of(request.viewer, session_id, lang=get_language() or "en")
    wanted = request.POST.get("booking", "")
    rows = (*found.expected, *found.waiting) if found else ()
    row = next((each for each in rows if str(each.booking_id) == wanted), None)
    if row is None:
        raise NotFound("booking")
    to_register = reverse("register", args=[session_id])

    def act(_said: object) -> HttpResponse:
        tell_of_death(by=request.viewer, session_id=session_id, booking_id=row.booking_id)
        return HttpResponseRedirect(to_register, status=303)

    happens = (
        _("What waits to be sent to this family is stopped, and its places are given up, without a word to it."),
        _("The people beside the family are told at once. They write down who has died, and somebody calls."),
        _("This cannot be taken back here."),
    )
    sure = Sure(_("Has somebody died in this family?"), row.name, happens, _("Yes, tell them"), to_register)
    return confirmed(request, sure, act)


@asks_first()
def call_off(request: Request, session_id: int) -> HttpResponse:
    """Call a session off, once it is clear how many families are told."""
    found = register_of(request.viewer, SessionId(session_id), lang=get_language() or "en")
    if found is None:
        raise NotFound("session")
    to_register = reverse("register", args=[session_id])

    def act(_said: object) -> HttpResponse:
        cancel_session(by=request.viewer, session_id=found.session.id)
        return HttpResponseRedirect(to_register, status=303)

    count = len(found.expected) + len(found.waiting)
    told = ngettext(
        "%(num)s family that has a place or waits for one is told at once, in the language they read.",
        "%(num)s families that have a place or wait for one are told at once, in the language they read.",
        count,
    )
    happens = (
        *([told % {"num": formats.number(count)}] if count else []),
        *([_("Interpreters who were booked for it are told.")] if found.interpreters else []),
        _("A session that is called off does not come back. Plan another one."),
    )
    about = f"{found.session.title.text}: {formats.date(found.session.starts_at)}"
    sure = Sure(_("Call this session off?"), about, happens, _("Call this session off"), to_register)
    return confirmed(request, sure, act)


def _mark(request: Request, session_id: SessionId) -> None:
    try:
        booking_id = BookingId(UUID(request.POST.get("booking", "")))
        attendance = Attendance(request.POST.get("attendance", ""))
    except ValueError:
        raise NotFound("booking") from None
    mark_attendance(by=request.viewer, session_id=session_id, booking_id=booking_id, attendance=attendance)
