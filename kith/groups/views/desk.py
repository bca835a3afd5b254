"""For those who run sessions: the list, the register of one, and the same on paper."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.groups.actions.attendance import cancel_for_person, mark_attendance
from kith.groups.actions.deaths import tell_of_death
from kith.groups.queries.register import Register, RegisterRow, register_of
from kith.groups.rules.codes import Attendance
from kith.groups.words import ATTENDANCE_WORDS, BABY_WORDS
from kith.kernel.ids import BookingId, SessionId
from kith.places.codes.languages import spoken_language
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.whats_on.parts import SessionContext, register_parts


@asks_first("death", "cancel")
def register(request: Request, session_id: int) -> HttpResponse:
    """Who is expected; a tap notes who came or did not, another takes it back; or they rang, or a death is heard of."""
    if request.POST.get("do") == "death":
        return _death(request, SessionId(session_id))
    if request.POST.get("do") == "cancel":
        return _cancel(request, SessionId(session_id))
    if request.method == "POST":
        booking_id = _mark(request, SessionId(session_id))
        # Back to the same family, so that a thumb need not look for the next one.
        return HttpResponseRedirect(f"{reverse('register', args=[session_id])}#b{booking_id}", status=303)
    found = _found(request, SessionId(session_id))
    lang = get_language() or "en"
    context = {
        "register": found,
        "words": ATTENDANCE_WORDS,
        "is_written": request.GET.get("done") == "written",
        "spoken_language": spoken_language,
        "baby_words": BABY_WORDS,
        "brought": register_parts(SessionContext(request.viewer, found.session, lang)),
    }
    return render(request, "groups/register.jinja", context)


def register_on_paper(request: Request, session_id: int) -> HttpResponse:
    """The register for the printer, ten names a page."""
    found = _found(request, SessionId(session_id))
    return render(request, "groups/register_print.jinja", {"register": found, "baby_words": BABY_WORDS})


def _found(request: Request, session_id: SessionId) -> Register:
    found = register_of(request.viewer, session_id, lang=get_language() or "en")
    if found is None:
        raise NotFound("session")
    return found


def _wanted(request: Request, session_id: SessionId) -> RegisterRow:
    """The family that a button of the register names."""
    found, wanted = _found(request, session_id), request.POST.get("booking", "")
    row = next((each for each in (*found.expected, *found.waiting) if str(each.booking_id) == wanted), None)
    if row is None:
        raise NotFound("booking")
    return row


def _cancel(request: Request, session_id: SessionId) -> HttpResponse:
    """They rang: their places go to the next family."""
    row, to_register = _wanted(request, session_id), reverse("register", args=[session_id])

    def act(_said: object) -> HttpResponse:
        cancel_for_person(by=request.viewer, session_id=session_id, booking_id=row.booking_id)
        return HttpResponseRedirect(to_register, status=303)

    happens = (
        _("Their place is open to others at once: where families wait, the first of them hears of it."),
        _("We write to them that it is cancelled."),
    )
    sure = Sure(_("Cancel this booking for them?"), row.name, happens, _("Yes, cancel it"), to_register)
    return confirmed(request, sure, act)


def _death(request: Request, session_id: SessionId) -> HttpResponse:
    """What falls silent at once, and who writes it down."""
    row, to_register = _wanted(request, session_id), reverse("register", args=[session_id])

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


def _mark(request: Request, session_id: SessionId) -> BookingId:
    try:
        booking_id = BookingId(UUID(request.POST.get("booking", "")))
        attendance = Attendance(request.POST.get("attendance", ""))
    except ValueError:
        raise NotFound("booking") from None
    mark_attendance(by=request.viewer, session_id=session_id, booking_id=booking_id, attendance=attendance)
    return booking_id
