"""Pages of meetings, and of what was agreed there."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.alliance.actions import meetings as acts
from kith.alliance.actions.deciding import decide, finish_action, give_action_to, put_off_action
from kith.alliance.forms import meetings as forms
from kith.alliance.queries.agreed import agreed_action, agreed_actions
from kith.alliance.queries.meetings import meeting_page, meetings
from kith.alliance.rules.codes import AgendaItemId, AgreedActionId, MeetingId
from kith.alliance.views.sure import SURE, sure
from kith.alliance.wording.meetings import AGENDA_KINDS, MEETING_STATES, PRESENCES
from kith.listening.queries.themes import who_may_own
from kith.platform.access import Forbidden
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import is_done, question
from kith.platform.ui.refusals import RefusableForm
from kith.undoing.confirming import asks_first


def all_meetings(request: Request) -> HttpResponse:
    """Meetings to come, and those that were."""
    page = {
        "to_come": meetings(request.viewer, ListAsked.of(request.GET, "to-come"), is_over=False),
        "over": meetings(request.viewer, ListAsked.of(request.GET, "over"), is_over=True),
        "states": MEETING_STATES,
    }
    return render(request, "alliance/meetings.jinja", page)


@asks_first("freeze", "approve", "call-off")
def meeting(request: Request, meeting_id: int) -> HttpResponse:
    """One meeting: its agenda, who came, what was decided."""
    found = meeting_page(request.viewer, MeetingId(meeting_id))
    do, sent = request.POST.get("do", ""), request.POST if request.method == "POST" else None
    if sent is not None and Permission.MANAGE_MEETINGS not in request.viewer.permissions:
        raise Forbidden(Permission.MANAGE_MEETINGS.value)
    people = who_may_own(request.viewer)
    point = forms.PointForm(sent if do == "point" else None)
    came = forms.AttendanceForm(sent if do == "came" else None, people=people)
    page = {"found": found, "point": point, "came": came}
    page |= {"kinds": AGENDA_KINDS, "states": MEETING_STATES, "presences": PRESENCES}
    again = HttpResponseRedirect(reverse("meeting", args=[meeting_id]), status=303)
    if sent is None:
        return render(request, "alliance/meeting.jinja", page)
    if do in SURE:
        return sure(request, found.row.id, do)
    title = point.cleaned_data["title"] if point.is_valid() else ""
    if is_done(point, lambda: acts.add_point(by=request.viewer, meeting_id=found.row.id, title=title)) or is_done(
        came, lambda: acts.note_attendance(by=request.viewer, meeting_id=found.row.id, **came.answer)
    ):
        return again
    return render(request, "alliance/meeting.jinja", page, status=422)


def point_of_agenda(request: Request, meeting_id: int, item_id: int) -> HttpResponse:
    """Decide about a point, and write down what was said."""
    found = meeting_page(request.viewer, MeetingId(meeting_id))
    point = found.point(AgendaItemId(item_id))
    sent, is_minutes = request.POST if request.method == "POST" else None, request.POST.get("do") == "minutes"
    deciding = forms.DecisionForm(None if is_minutes else sent, people=who_may_own(request.viewer))
    minutes = forms.MinutesForm(sent if is_minutes else None, initial={"minutes": point.minutes})
    by, of, item = request.viewer, found.row.id, AgendaItemId(item_id)
    back = HttpResponseRedirect(reverse("meeting", args=[meeting_id]), status=303)
    if is_minutes:
        said = minutes.cleaned_data["minutes"] if minutes.is_valid() else ""
        if is_done(minutes, lambda: acts.write_minutes(by=by, meeting_id=of, item_id=item, words=said)):
            return back

    def act() -> HttpResponse:
        decide(by=by, meeting_id=of, item_id=item, new=deciding.new)
        return back

    page = {"found": found, "point": point, "minutes": minutes, "kinds": AGENDA_KINDS}
    response = question(request, "alliance/point.jinja", deciding, act, page)
    if minutes.errors:
        response.status_code = 422
    return response


def actions(request: Request) -> HttpResponse:
    """What was agreed and is still to be done, and what is done."""
    page = {
        "open": agreed_actions(request.viewer, ListAsked.of(request.GET, "open"), is_open=True),
        "done": agreed_actions(request.viewer, ListAsked.of(request.GET, "done"), is_open=False),
    }
    return render(request, "alliance/actions.jinja", page)


def action(request: Request, action_id: int) -> HttpResponse:
    """One agreed action: done, put off, or given to another person."""
    found = agreed_action(request.viewer, AgreedActionId(action_id))
    do, sent = request.POST.get("do", ""), request.POST if request.method == "POST" else None
    is_hers = found.owner_id == request.viewer.membership_id
    may_act = is_hers or Permission.MANAGE_MEETINGS in request.viewer.permissions
    if sent is not None and not may_act:
        raise Forbidden("agreed action")
    later = forms.PutOffForm(sent if do == "later" else None)
    give = forms.GiveForm(sent if do == "give" else None, people=who_may_own(request.viewer))
    finish = forms.FinishForm(sent if do not in ("later", "give") else None)
    page = {"found": found, "later": later, "give": give, "may_act": may_act}
    again = HttpResponseRedirect(reverse("agreed-action", args=[action_id]), status=303)
    by, which = request.viewer, found.id
    if _is_any(
        (later, lambda: put_off_action(by=by, action_id=which, due_on=later.cleaned_data["due_on"])),
        (give, lambda: give_action_to(by=by, action_id=which, owner=give.owner_id)),
    ):
        return again

    def act() -> HttpResponse:
        finish_action(by=by, action_id=which, evidence=finish.cleaned_data["evidence"])
        return again

    response = question(request, "alliance/action.jinja", finish, act, page)
    if later.errors or give.errors:
        response.status_code = 422
    return response


def _is_any(*tries: tuple[RefusableForm, object]) -> bool:
    return any(is_done(form, act) for form, act in tries if callable(act))
