"""Pages of a panel's sessions and of what it found."""

from datetime import timedelta

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.organisations.queries.people import colleagues_of
from kith.panels.actions import findings as acts
from kith.panels.actions import sessions as session_acts
from kith.panels.choosing import organisations_to_choose, people_to_choose, services_to_choose
from kith.panels.forms.desk import CameForm, SaidForm, SessionForm
from kith.panels.forms.findings import AnswerForm, FindingForm, GiveFindingForm, PassForm
from kith.panels.queries import findings as found
from kith.panels.queries import sessions as reading
from kith.panels.queries.panels import panel
from kith.panels.rules.codes import FindingId, PanelId, PanelSessionId, PassedAnswer, PassedId
from kith.panels.settings import FINDING_DAYS
from kith.panels.wording.codes import PASSED_ANSWERS
from kith.platform.access import Forbidden
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import is_done, question
from kith.undoing.confirming import Sure, asks_first, confirmed


def plan(request: Request, panel_id: int) -> HttpResponse:
    """Ask when and where a panel meets, and what it is asked."""
    row = panel(request.viewer, PanelId(panel_id))
    form = SessionForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        session_id = session_acts.plan_panel_session(by=request.viewer, panel_id=row.id, **form.answer)
        return HttpResponseRedirect(reverse("panel-session", args=[session_id]), status=303)

    return question(request, "panels/plan_session.jinja", form, act, {"row": row})


@asks_first("publish")
def session(request: Request, panel_session_id: int) -> HttpResponse:
    """One session: what was asked and said, who came, what was found; make it public."""
    row = reading.panel_session(request.viewer, PanelSessionId(panel_session_id))
    do, sent = request.POST.get("do", ""), request.POST if request.method == "POST" else None
    may_write = Permission.MANAGE_THEMES in request.viewer.permissions
    if sent is not None and not may_write:
        raise Forbidden(Permission.MANAGE_THEMES.value)
    if do == "publish":
        return _publish(request, row)
    attends = reading.who_attends(request.viewer, row)
    members = [(str(each.member_id), each.name) for each in attends]
    said = SaidForm(sent if do == "said" else None, initial={"said": row.said})
    came = CameForm(sent if do == "came" else None, members=members)
    found_now = FindingForm(sent if do not in ("said", "came") else None)
    by, which = request.viewer, row.id

    def note_said() -> None:
        session_acts.write_what_was_said(by=by, session_id=which, said=said.cleaned_data["said"])

    def note_came() -> None:
        session_acts.note_who_came(by=by, session_id=which, came=came.member_ids)

    def note_found() -> None:
        acts.note_finding(by=by, session_id=which, words=found_now.cleaned_data["words"])

    if is_done(said, note_said) or is_done(came, note_came) or is_done(found_now, note_found):
        return HttpResponseRedirect(reverse("panel-session", args=[row.id]), status=303)
    page = {
        "row": row,
        "attends": attends,
        "expected": reading.expected_at(request.viewer, row),
        "findings": found.findings_of(request.viewer, row.id),
        "answers": PASSED_ANSWERS,
        "may_write": may_write,
        "said_form": said,
        "came_form": came,
        "finding_form": found_now,
    }
    return render(request, "panels/session.jinja", page, status=422 if sent is not None else 200)


def finding(request: Request, finding_id: int) -> HttpResponse:
    """One finding: which organisations have it; pass it on."""
    row = found.finding(request.viewer, FindingId(finding_id))
    may_write = Permission.MANAGE_THEMES in request.viewer.permissions
    if request.method == "POST" and not may_write:
        raise Forbidden(Permission.MANAGE_THEMES.value)
    form = PassForm(
        request.POST if request.method == "POST" else None,
        due_on=clock.today() + timedelta(days=FINDING_DAYS.now),
        organisation=organisations_to_choose(),
        service=services_to_choose(request.viewer),
        answerer=people_to_choose(),
    )

    def act() -> HttpResponse:
        acts.pass_finding(by=request.viewer, finding_id=row.id, new=form.new)
        return HttpResponseRedirect(reverse("panel-finding", args=[row.id]), status=303)

    page = {"row": row, "answers": PASSED_ANSWERS, "may_write": may_write}
    return question(request, "panels/finding.jinja", form, act, page)


def answers(request: Request) -> HttpResponse:
    """Findings that wait for an answer, the longest overdue first."""
    page = {"waiting": found.answers_waited_for(request.viewer, ListAsked.of(request.GET, "waiting"))}
    return render(request, "panels/answers.jinja", page)


def answer(request: Request, passed_id: int) -> HttpResponse:
    """The answer of who was asked, or in their name; or another person who is to answer."""
    row = found.passed_finding(request.viewer, PassedId(passed_id))
    is_hers = row.answerer_id == request.viewer.membership_id
    may_give = Permission.MANAGE_THEMES in request.viewer.permissions
    do, sent = request.POST.get("do", ""), request.POST if request.method == "POST" else None
    if sent is not None and not (is_hers or may_give):
        raise Forbidden("finding")
    people = [(str(card.id), card.name) for card in colleagues_of(row.organisation_id)]
    give = GiveFindingForm(sent if do == "give" else None, people=people)
    form = AnswerForm(sent if do != "give" else None)
    by, which = request.viewer, row.id
    again = HttpResponseRedirect(reverse("answer-finding", args=[row.id]), status=303)

    def given() -> None:
        acts.give_finding_to(by=by, passed_id=which, answerer=MembershipId(int(give.cleaned_data["answerer"])))

    def act() -> HttpResponse:
        said = PassedAnswer(form.cleaned_data["answer"])
        acts.answer_finding(by=by, passed_id=which, answer=said, words=form.cleaned_data["words"])
        return again

    if is_done(give, given):
        return again
    page = {
        "row": row,
        "give": give,
        "may_give": may_give,
        "may_answer": is_hers or may_give,
        "answers": PASSED_ANSWERS,
    }
    response = question(request, "panels/answer_finding.jinja", form, act, page)
    if give.errors:
        response.status_code = 422
    return response


def _publish(request: Request, row: reading.SessionRow) -> HttpResponse:
    back = reverse("panel-session", args=[row.id])
    sure = Sure(
        gettext("Let the public read this session?"),
        row.panel,
        (
            gettext("What was asked, said and found stands on the page Take part, with the answers as they come."),
            gettext("No name stands there."),
        ),
        gettext("Publish it"),
        back,
    )

    def act(_answers: object) -> HttpResponse:
        session_acts.publish_panel_session(by=request.viewer, session_id=row.id)
        return HttpResponseRedirect(back, status=303)

    return confirmed(request, sure, act)
