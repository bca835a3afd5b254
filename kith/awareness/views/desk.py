"""Events at the desk: what members share, and which of them the alliance still has to ask."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.awareness.actions import events as acts
from kith.awareness.forms.events import AskForm, EventForm, SharedForm
from kith.awareness.printing import when_words
from kith.awareness.queries.events import events_listed, known_days
from kith.awareness.queries.events import kit as kit_of
from kith.awareness.rules.known import known_day
from kith.awareness.wording.events import CHANNELS, KINDS
from kith.awareness.wording.known import SAID
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import is_done, question
from kith.undoing.confirming import Sure, asks_first, confirmed


def events(request: Request) -> HttpResponse:
    """What is to come, and what was; for those who plan, what is known beyond this place."""
    lang, viewer = get_language() or "en", request.viewer
    page = {
        "to_come": events_listed(viewer, ListAsked.of(request.GET, "to-come"), is_over=False, lang=lang),
        "over": events_listed(viewer, ListAsked.of(request.GET, "over"), is_over=True, lang=lang),
        "known": [(each, SAID[each.key].title, is_planned) for each, is_planned in known_days(viewer)],
        "channels": CHANNELS,
        "when": when_words,
        "may_plan": Permission.MANAGE_MEETINGS in viewer.permissions,
    }
    return render(request, "awareness/events.jinja", page)


def plan(request: Request, known: str = "") -> HttpResponse:
    """Put an event into the calendar: one of our own, or a day that is known."""
    day = known_day(known)
    if known and day is None:
        raise NotFound("known day")
    empty = EventForm.of(day) if day else EventForm()
    form = EventForm(request.POST) if request.method == "POST" else empty

    def act() -> HttpResponse:
        key = form.cleaned_data["request_key"]
        event_id = acts.plan_event(by=request.viewer, new=form.new(day), request_key=key)
        return HttpResponseRedirect(reverse("event", args=[event_id]), status=303)

    return question(request, "awareness/plan.jinja", form, act, {"known": day, "kinds": KINDS})


def event(request: Request, event_id: int) -> HttpResponse:
    """One event with its words in every language; what the own organisation shared; for some, which members to ask."""
    found = kit_of(request.viewer, event_id, lang=get_language() or "en")
    do, sent = request.POST.get("do", ""), request.POST if request.method == "POST" else None
    may_ask = Permission.MANAGE_MEETINGS in request.viewer.permissions
    if do == "ask" and not may_ask:
        raise Forbidden(Permission.MANAGE_MEETINGS.value)
    ask = AskForm(sent if do == "ask" else None, members=found.not_asked)
    shared = SharedForm(sent if do == "shared" else None, own=found.own)
    again = HttpResponseRedirect(reverse("event", args=[event_id]), status=303)
    by, which = request.viewer, found.card.id

    def ask_them() -> None:
        acts.ask_members(by=by, event_id=which, organisation_ids=ask.cleaned_data["organisations"])

    if is_done(ask, ask_them) or is_done(shared, lambda: acts.note_shared(by=by, event_id=which, shared=shared.shared)):
        return again
    page = {
        "found": found,
        "ask": ask,
        "shared": shared,
        "may_ask": may_ask,
        "channels": CHANNELS,
        "when": when_words,
        "languages_of_kit": dict(zip((each.code for each in INTERFACE_LANGUAGES), INTERFACE_LANGUAGES, strict=True)),
    }
    return render(request, "awareness/event.jinja", page, status=200 if sent is None else 422)


@asks_first()
def call_off(request: Request, event_id: int) -> HttpResponse:
    """Take an event out of the calendar, once it is clear which."""
    found = kit_of(request.viewer, event_id, lang=get_language() or "en")
    back = reverse("event", args=[event_id])

    def act(_said: object) -> HttpResponse:
        acts.call_off_event(by=request.viewer, event_id=found.card.id)
        return HttpResponseRedirect(reverse("events"), status=303)

    happens = (
        _("It disappears from the public calendar, and from the calendars that follow it."),
        _("What was shared already cannot be called back: tell those who shared it."),
    )
    return confirmed(
        request, Sure(_("Call this event off?"), found.card.title.text, happens, _("Call it off"), back), act
    )
