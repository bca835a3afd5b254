"""Changing a booking behind its private link."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.groups.actions.changing import change_date, change_needs
from kith.groups.forms.changing import ChangeForm
from kith.groups.queries.bookings import booking_page
from kith.groups.rules.codes import BookingState
from kith.groups.views.booking import see_other
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.platform.ui import formats
from kith.platform.ui.questions import question
from kith.whats_on.queries.sessions import SessionCard, other_dates


@unkept
def change(request: Request, token: str) -> HttpResponse:
    """Ask for the date, who comes along and what would help; what was booked stays until the new is hers."""
    lang = get_language() or "en"
    found = booking_page(request.viewer, token, lang=lang)
    if found is None:
        raise NotFound("booking")
    if found.state in (BookingState.CANCELLED, BookingState.OFFERED) or not found.session.is_open:
        return see_other(reverse("booking", args=[token])) if request.method == "POST" else _over(request, token)
    others = other_dates(request.viewer, found.session, lang=lang)
    dates = sorted([found.session, *others], key=lambda each: each.starts_at)
    form = ChangeForm(
        request.POST if request.method == "POST" else None,
        dates=[(each.id, _words(each)) for each in dates],
        session_id=found.session.id,
        needs=found.needs,
    )

    def act() -> HttpResponse:
        by, to = request.viewer, form.session_id
        if to == found.session.id:
            receipt = change_needs(by=by, token=token, **form.answer)
        else:
            receipt = change_date(by=by, token=token, session_id=to, **form.answer, **form.moved)
        return see_other(reverse("booking", args=[receipt.token]))

    return question(request, "groups/change.jinja", form, act, {"booking": found})


def _over(request: Request, token: str) -> HttpResponse:
    return render(request, "groups/change.jinja", {"booking": None, "token": token})


def _words(session: SessionCard) -> str:
    return f"{formats.date(session.starts_at, 'day')}, {formats.time(session.starts_at)}"
