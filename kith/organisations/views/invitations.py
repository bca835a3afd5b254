"""Inviting people, the page behind an invitation's link, and a staff list."""

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse

from kith.imports.rows import BadRows
from kith.kernel.refusal import Refusal
from kith.organisations.actions.invitations import (
    accept_invitation,
    invite_person,
    send_invitation_again,
    withdraw_invitation,
)
from kith.organisations.actions.staff_list import invite_staff
from kith.organisations.forms.people import InviteForm, StaffListForm
from kith.organisations.joining import landing_after_joining
from kith.organisations.queries import administering
from kith.organisations.roles import ROLES
from kith.organisations.rules import InvitationId
from kith.organisations.scope import is_of_the_place
from kith.organisations.staff_file import rows_of
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.private_links import unkept
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import refusal_words

ACTS = {"again": send_invitation_again, "withdraw": withdraw_invitation}
GONE = 410


@unkept
def join(request: Request, invitation_token: str) -> HttpResponse:
    """Say what a person is invited to, and begin their work once they say yes."""
    invited = administering.invited_by_link(request.viewer, invitation_token)
    if invited and request.method == "POST":
        try:
            account_id = accept_invitation(by=request.viewer, token=invitation_token)
        except Refusal as refusal:
            return render(request, "organisations/join_over.jinja", {"why": refusal_words(refusal)}, status=GONE)
        return HttpResponseRedirect(reverse(landing_after_joining(request, account_id)), status=303)
    if invited is None:
        why = refusal_words(Refusal("invitation_over"))
        return render(request, "organisations/join_over.jinja", {"why": why}, status=GONE)
    return render(request, "organisations/join.jinja", {"invited": invited})


def invitations(request: Request) -> HttpResponse:
    """Invitations that wait for an answer: sent again or taken back from here."""
    problem = ""
    if request.method == "POST":
        act, given = ACTS.get(request.POST.get("do", "")), request.POST.get("invitation", "")
        if act is None or not given.isdecimal():
            raise NotFound("invitation")
        try:
            act(by=request.viewer, invitation_id=InvitationId(int(given)))
        except Refusal as refusal:
            problem = refusal_words(refusal)
        else:
            return HttpResponseRedirect(f"{reverse('invitations')}?done={request.POST['do']}", status=303)
    asked = ListAsked.of(request.GET)
    page = {
        "found": administering.invitations(request.viewer, asked),
        "done": request.GET.get("done", ""),
        "problem": problem,
    }
    return render(request, "organisations/invitations.jinja", page, status=422 if problem else 200)


def invite(request: Request) -> HttpResponse:
    """Invite one person."""
    form = InviteForm(
        _sent(request),
        places=administering.organisations(request.viewer),
        teams=administering.teams(request.viewer),
        is_of_the_place=is_of_the_place(request.viewer),
    )

    def send() -> HttpResponse:
        invite_person(by=request.viewer, person=form.person)
        return HttpResponseRedirect(f"{reverse('invitations')}?done=invited", status=303)

    return question(request, "organisations/invite.jinja", form, send)


def staff_list(request: Request) -> HttpResponse:
    """Invite all people of a file, or say which rows are wrong."""
    form = StaffListForm(_sent(request), request.FILES if request.method == "POST" else None)
    page: dict[str, object] = {"faults": [], "file_faults": [], "roles": [card.name for card in ROLES.values()]}

    def read() -> HttpResponse:
        try:
            faults = invite_staff(by=request.viewer, rows=rows_of(form.sent))
        except BadRows as bad:
            page["file_faults"] = bad.faults
            return _with_faults(request, form, page)
        if not faults:
            return HttpResponseRedirect(f"{reverse('invitations')}?done=list", status=303)
        page["faults"] = [(number, refusal_words(refusal)) for number, refusal in faults]
        return _with_faults(request, form, page)

    return question(request, "organisations/staff_list.jinja", form, read, page)


def _with_faults(request: Request, form: StaffListForm, page: dict[str, object]) -> HttpResponse:
    return render(request, "organisations/staff_list.jinja", {"form": form, **page}, status=422)


def _sent(request: Request) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
