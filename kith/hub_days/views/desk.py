"""At the desk: the days to come, one day with its devices and what waits for a person, and the pack on paper."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.cafes.wording import TURN_WORDS
from kith.groups.words import ATTENDANCE_WORDS
from kith.hub_days.actions.devices import withdraw_device
from kith.hub_days.actions.settling import settle_entry
from kith.hub_days.forms import SettleForm
from kith.hub_days.queries import days
from kith.hub_days.queries.entries import entries_to_look_at
from kith.hub_days.queries.packs import pack_of
from kith.hub_days.rules.codes import DeviceId
from kith.hub_days.views.said import PAPER_ROWS, row_facts
from kith.hub_days.wording import why_words
from kith.kernel.ids import VenueId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui import formats
from kith.undoing.confirming import Sure, asks_first, confirmed


def hub_days(request: Request) -> HttpResponse:
    """The days to come at each venue."""
    return render(request, "hub_days/days.jinja", {"days": days.hub_days(request.viewer, lang=_lang())})


@asks_first("take", "leave")
def hub_day(request: Request, hub_venue_id: int, hub_on: str) -> HttpResponse:
    """One day: take it along, its devices, and what waits for a person; decide about one of these."""
    venue_id, on = VenueId(hub_venue_id), _day(hub_on)
    if request.method == "POST":
        return _settle(request, venue_id, on)
    context = {
        "day": days.hub_day(request.viewer, venue_id, on, lang=_lang()),
        "entries": entries_to_look_at(request.viewer, venue_id, on, lang=_lang()),
        "attendance_words": ATTENDANCE_WORDS,
        "turn_words": TURN_WORDS,
        "why_words": why_words,
    }
    return render(request, "hub_days/day.jinja", context)


def _settle(request: Request, venue_id: VenueId, on: date) -> HttpResponse:
    """Decide about an entry of a device, once it is clear what follows."""
    form = SettleForm(request.POST)
    waiting = entries_to_look_at(request.viewer, venue_id, on, lang=_lang())
    entry = next((each for each in waiting if form.is_valid() and each.id == form.entry_id), None)
    if entry is None:
        raise NotFound("day entry")
    to_day = reverse("hub-day", args=[venue_id, on.isoformat()])

    def act(_said: object) -> HttpResponse:
        settle_entry(by=request.viewer, entry_id=entry.id, take=form.takes)
        return HttpResponseRedirect(to_day, status=303)

    about = entry.name or str(entry.session or formats.date(on))
    return confirmed(request, _sure_to_settle(about, to_day, takes=form.takes), act)


def _sure_to_settle(about: str, to_day: str, *, takes: bool) -> Sure:
    """What follows from taking what a device says, and from leaving the register as it is."""
    if takes:
        happens = (_("The register says afterwards what the device says."), _("It can be changed there as always."))
        return Sure(_("Take what the device says?"), about, happens, _("Take what the device says"), to_day)
    stays = (_("The register stays as it is, and what the device noted is put away."),)
    return Sure(_("Leave the register as it is?"), about, stays, _("Leave the register as it is"), to_day)


def hub_day_print(request: Request, hub_venue_id: int, hub_on: str) -> HttpResponse:
    """The pack on paper: ten names a page, a tally of arrivals, a list for time one to one, and what to hand out."""
    pack = pack_of(request.viewer, VenueId(hub_venue_id), _day(hub_on), lang=_lang())
    context = {"pack": pack, "row_facts": row_facts, "empty_rows": range(PAPER_ROWS)}
    return render(request, "hub_days/print.jinja", context)


@asks_first()
def withdraw(request: Request, hub_device_id: UUID, hub_venue_id: int, hub_on: str) -> HttpResponse:
    """Withdraw a device that was lost, once it is clear what follows."""
    found = days.hub_day(request.viewer, VenueId(hub_venue_id), _day(hub_on), lang=_lang())
    device = next((each for each in found.devices if each.id == hub_device_id), None)
    if device is None:
        raise NotFound("device")
    to_day = reverse("hub-day", args=[hub_venue_id, hub_on])

    def act(_said: object) -> HttpResponse:
        withdraw_device(by=request.viewer, device_id=DeviceId(device.id))
        return HttpResponseRedirect(to_day, status=303)

    happens = (
        _("The device wipes itself as soon as it has a network. Until then nobody can open it without its PIN."),
        _("What it still sends does not count by itself. It waits here, and you decide."),
        _("A withdrawn device cannot be used again. The day can be taken along on another one."),
        _("If its owner was signed in on it, tell your administrator too, who can keep that account out."),
    )
    about = f"{device.person}: {formats.date(device.prepared_at)}, {formats.time(device.prepared_at)}"
    sure = Sure(_("Withdraw this device?"), about, happens, _("Withdraw the device"), to_day)
    return confirmed(request, sure, act)


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise NotFound("hub day") from None


def _lang() -> str:
    return get_language() or "en"
