"""Training sessions, their registers, lists of training, and the national figures."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from kith.education.actions.importing import note_training_list
from kith.education.actions.sessions import call_off_training, expect_people, note_presence, plan_training
from kith.education.forms.training import ListForm, PlanForm
from kith.education.queries.choosing import persons_to_expect
from kith.education.queries.national import training_module
from kith.education.queries.sessions import Register, register, training_sessions
from kith.education.rules.codes import Presence, TrainingSessionId
from kith.education.training_file import rows_of
from kith.education.wording.trainings import PRESENCES, TRAININGS
from kith.imports.rows import BadRows
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.quarter import Quarter
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import is_done, question
from kith.platform.ui.refusals import RefusableForm, refusal_words
from kith.undoing.confirming import Sure, asks_first, confirmed


def sessions(request: Request) -> HttpResponse:
    """Sessions to come, and those that were."""
    page = {
        "to_come": training_sessions(request.viewer, ListAsked.of(request.GET, "to-come"), is_over=False),
        "over": training_sessions(request.viewer, ListAsked.of(request.GET, "over"), is_over=True),
        "trainings": TRAININGS,
    }
    return render(request, "education/sessions.jinja", page)


def plan(request: Request) -> HttpResponse:
    """Ask what is taught, when and where, and who gives it."""
    form = PlanForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        key = form.cleaned_data["request_key"]
        return _to(plan_training(by=request.viewer, new=form.new, request_key=key))

    return question(request, "education/plan.jinja", form, act)


@asks_first("call-off")
def one(request: Request, training_session_id: int) -> HttpResponse:
    """One session: who is expected, who came."""
    found = register(request.viewer, TrainingSessionId(training_session_id))
    do = request.POST.get("do", "")
    if do == "call-off":
        return _call_off(request, found)
    form = RefusableForm(request.POST if request.method == "POST" else None)
    if is_done(form, lambda: _done(request, found, do)):
        return _to(found.session.id)
    words = ListAsked.of(request.GET).words
    offered = persons_to_expect(request.viewer, found.session.id, found.session.training, words)
    page = {"it": found, "form": form, "offered": offered, "words": words, "today": clock.today()}
    page |= {"trainings": TRAININGS, "presences": PRESENCES}
    return render(request, "education/register.jinja", page, status=200 if request.method == "GET" else 422)


def training_list(request: Request) -> HttpResponse:
    """Note all training of a file, or say which rows are wrong."""
    sent = request.method == "POST"
    form = ListForm(request.POST if sent else None, request.FILES if sent else None)
    page: dict[str, object] = {"faults": [], "file_faults": [], "trainings": list(TRAININGS.values())}

    def read() -> HttpResponse:
        try:
            faults = note_training_list(by=request.viewer, rows=rows_of(form.sent))
        except BadRows as bad:
            page["file_faults"] = bad.faults
            return render(request, "education/list.jinja", {"form": form, **page}, status=422)
        if not faults:
            return HttpResponseRedirect(f"{reverse('training-list')}?done=list", status=303)
        page["faults"] = [(number, refusal_words(refusal)) for number, refusal in faults]
        return render(request, "education/list.jinja", {"form": form, **page}, status=422)

    page["is_noted"] = request.GET.get("done") == "list"
    return question(request, "education/list.jinja", form, read, page)


def national(request: Request) -> HttpResponse:
    """The training module of the national collection for the last whole quarter, to be typed in."""
    quarter = Quarter.of(clock.today()).previous()
    page = {"quarter": quarter, "rows": training_module(request.viewer, quarter), "trainings": TRAININGS}
    return render(request, "education/national.jinja", page)


def _done(request: Request, found: Register, do: str) -> None:
    given = request.POST.getlist("person")
    people = [MembershipId(int(each)) for each in given if each.isascii() and each.isdigit() and len(each) < 18]
    if do == "expect":
        expect_people(by=request.viewer, session_id=found.session.id, membership_ids=people)
    elif do in set(Presence) and len(people) == 1:
        to = {"session_id": found.session.id, "membership_id": people[0]}
        note_presence(by=request.viewer, presence=Presence(do), **to)  # type: ignore[arg-type]
    else:
        raise NotFound("register")


def _call_off(request: Request, found: Register) -> HttpResponse:
    back = reverse("training-session", args=[found.session.id])
    sure = Sure(
        gettext("Call the session off?"),
        str(TRAININGS[found.session.training]),
        (
            gettext("Nobody is expected at it any more, and nobody can be noted as having attended."),
            gettext("Tell those who are on its register: Kith sends them no message."),
        ),
        gettext("Call it off"),
        back,
    )

    def act(_answers: object) -> HttpResponse:
        call_off_training(by=request.viewer, session_id=found.session.id)
        return HttpResponseRedirect(back, status=303)

    return confirmed(request, sure, act)


def _to(session_id: TrainingSessionId) -> HttpResponse:
    return HttpResponseRedirect(reverse("training-session", args=[session_id]), status=303)
