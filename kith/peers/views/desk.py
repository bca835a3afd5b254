"""Supporters at the desk: who is how far, each with their proofs, and the next step."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.kernel.ids import MembershipId
from kith.peers.actions import path, proving
from kith.peers.forms import desk as forms
from kith.peers.papers import certificate as made
from kith.peers.queries.courses import courses_to_choose
from kith.peers.queries.supporters import SupporterPage, members_to_choose, supporter, supporters
from kith.peers.rules.codes import WEEKS, CheckState, PeerCourseId, PeerSkill, SupporterId, SupporterState
from kith.peers.views.asking import Asked, ask, to
from kith.peers.wording import codes as words
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.refusals import words_of_code
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.undoing.editing import sent


def peers(request: Request) -> HttpResponse:
    """Supporters, by how far they have come."""
    state = request.GET.get("state", "")
    choices = [("", _("All")), *((each.value, words.STATES[each]) for each in SupporterState)]
    page = {
        "found": supporters(request.viewer, ListAsked.of(request.GET), state=state),
        "choices": [("state", _("Status"), choices, state)],
        "words": words,
    }
    return render(request, "peers/peers.jinja", page)


@asks_first("move")
def peer(request: Request, supporter_id: int) -> HttpResponse:
    """One supporter with all proofs; the next step asks first, for it writes to them."""
    found = supporter(request.viewer, SupporterId(supporter_id))
    if request.method == "POST":
        return _moved(request, found)
    page = {"it": found, "words": words, "weeks": WEEKS, "why_not": words_of_code}
    return render(request, "peers/peer.jinja", page)


def interview(request: Request, supporter_id: int) -> HttpResponse:
    """What was said in the interview."""
    found = supporter(request.viewer, SupporterId(supporter_id))
    form = forms.InterviewForm(sent(request), initial={"words": found.interview})

    def act() -> None:
        path.note_interview(by=request.viewer, supporter_id=found.row.id, words=form.cleaned_data["words"])

    return ask(request, _asked(found, _("Note the interview"), _("Save")), form, act)


def on_course(request: Request, supporter_id: int) -> HttpResponse:
    """Which course a supporter goes to."""
    found = supporter(request.viewer, SupporterId(supporter_id))
    form = forms.OnCourseForm(sent(request), course=courses_to_choose(request.viewer))

    def act() -> None:
        course_id = PeerCourseId(int(form.cleaned_data["course"]))
        path.put_on_course(by=request.viewer, supporter_id=found.row.id, course_id=course_id)

    return ask(request, _asked(found, _("A place on a course"), _("Save")), form, act)


def at_work(request: Request, supporter_id: int) -> HttpResponse:
    """By which name a supporter works here, and for how many mothers there is room."""
    found = supporter(request.viewer, SupporterId(supporter_id))
    form = forms.AtWorkForm(sent(request), membership=[("", ""), *members_to_choose(request.viewer)])

    def act() -> None:
        given = form.cleaned_data
        member = MembershipId(int(given["membership"]))
        path.set_at_work(by=request.viewer, supporter_id=found.row.id, membership_id=member, places=given["places"])

    return ask(request, _asked(found, _("At work here"), _("Save")), form, act)


def reference(request: Request, supporter_id: int) -> HttpResponse:
    """A reference that has come."""
    found = supporter(request.viewer, SupporterId(supporter_id))
    form = forms.ReferenceForm(sent(request))

    def act() -> None:
        key = form.cleaned_data["request_key"]
        proving.note_reference(by=request.viewer, supporter_id=found.row.id, new=form.new, request_key=key)

    return ask(request, _asked(found, _("Note a reference"), _("Save")), form, act)


def decide(request: Request, supporter_id: int) -> HttpResponse:
    """Which check the work needs, and why."""
    found = supporter(request.viewer, SupporterId(supporter_id))
    form = forms.DecideForm(sent(request))

    def act() -> None:
        key = form.cleaned_data["request_key"]
        proving.decide_check(by=request.viewer, supporter_id=found.row.id, decision=form.decision, request_key=key)

    note = _("You decide, and sign with your name. A new decision counts in place of the one before.")
    return ask(request, _asked(found, _("Decide on the check"), _("Sign"), note), form, act)


def answer(request: Request, supporter_id: int) -> HttpResponse:
    """What the check that counts came to."""
    found = supporter(request.viewer, SupporterId(supporter_id))
    if found.open_check is None:
        raise NotFound("check")
    check_id, form = found.open_check.id, forms.AnswerForm(sent(request))

    def act() -> None:
        given = form.cleaned_data
        proving.answer_check(by=request.viewer, check_id=check_id, state=CheckState(given["state"]), on=given["on"])

    return ask(request, _asked(found, _("Answer of the check"), _("Save")), form, act)


def sign(request: Request, supporter_id: int) -> HttpResponse:
    """What the viewer, a trainer, saw a supporter do."""
    found = supporter(request.viewer, SupporterId(supporter_id))
    form = forms.SkillForm(sent(request))

    def act() -> None:
        given = form.cleaned_data
        seen = {"skill": PeerSkill(given["skill"]), "observed_on": given["on"]}
        proving.sign_peer_skill(by=request.viewer, supporter_id=found.row.id, **seen)

    note = _("You sign with your name. What is signed stays as it is.")
    return ask(request, _asked(found, _("Sign a competence"), _("Sign"), note), form, act)


def certificate(request: Request, supporter_id: int) -> HttpResponse:
    """The certificate of a supporter whose course is whole, as a PDF in their language."""
    found = supporter(request.viewer, SupporterId(supporter_id))
    if not found.is_whole:
        raise NotFound("certificate")
    headers = {"Content-Disposition": 'inline; filename="certificate.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(made(found), content_type="application/pdf", headers=headers)


def _asked(found: SupporterPage, title: str, button: str, note: str = "") -> Asked:
    return Asked(title, found.row.name, button, reverse("peer", args=[found.row.id]), note)


def _moved(request: Request, found: SupporterPage) -> HttpResponse:
    typed = request.POST.get("state", "")
    moves = {each.value for each in found.next if each in words.MOVES}
    if request.POST.get("do") != "move" or typed not in moves:
        raise NotFound("supporter")
    state = SupporterState(typed)
    happens = [_("They are written to in their language.")] if state in path.TOLD else []
    if state in (SupporterState.PAUSED, SupporterState.LEFT):
        happens.append(_("Each of their families is told kindly, and can choose another supporter at once."))
    button = str(words.MOVES[state])
    sure = Sure(f"{button}?", found.row.name, tuple(happens), button, reverse("peer", args=[found.row.id]))

    def act(_answers: object) -> HttpResponse:
        path.move_supporter(by=request.viewer, supporter_id=found.row.id, state=state)
        return to("peer", found.row.id)

    return confirmed(request, sure, act)
