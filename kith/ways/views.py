"""The old way's page behind its link, and the desk's pages of changes that wait."""

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse

from kith.kernel.ids import WayProposalId
from kith.kernel.refusal import Refusal
from kith.kernel.ways import Way
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.private_links import unkept
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import refusal_words
from kith.ways import queries
from kith.ways.actions import answering
from kith.ways.actions.proposing import change_ways
from kith.ways.forms import CodeForm, SecondPersonForm, WaysForm
from kith.ways.kinds import kind_of
from kith.ways.wording import WAYS


@unkept
def answer_way(request: Request, way_token: str) -> HttpResponse:
    """Ask the old way: yes, with the code that the new one was sent, or no."""
    change, do = queries.proposed_by_link(request.viewer, way_token), request.POST.get("do", "")
    if do == "no":
        answering.refuse_way_by_link(by=request.viewer, token=way_token)
        return render(request, "ways/answered.jinja", {"is_changed": False})
    page = {"change": change, "words": WAYS, "is_sent": False, "problem": ""}
    form = CodeForm(None if do == "code" else _sent(request), needs_code=bool(change.to))
    if do == "code":
        try:
            answering.send_way_code(by=request.viewer, token=way_token)
        except Refusal as refusal:
            page["problem"] = refusal_words(refusal)
        page |= {"form": form, "is_sent": not page["problem"]}
        return render(request, "ways/answer.jinja", page, status=422 if page["problem"] else 200)

    def confirm() -> HttpResponse:
        if refusal := answering.confirm_way_by_link(by=request.viewer, token=way_token, code=form.code_typed):
            raise refusal
        return render(request, "ways/answered.jinja", {"is_changed": True})

    return question(request, "ways/answer.jinja", form, confirm, page)


def ways(request: Request) -> HttpResponse:
    """What waits for the old way or a second person, and whose ways are changed from here."""
    asked = ListAsked.of(request.GET)
    page = {
        "waiting": queries.waiting_ways(request.viewer, asked.of_part("waiting")),
        "listed": queries.listed_ways(request.viewer, asked.of_part("listed")),
        "words": WAYS,
    }
    return render(request, "ways/ways.jinja", page)


def way_proposal(request: Request, proposal_id: int) -> HttpResponse:
    """One change that waits: confirm it as the second person, or take it back."""
    found = queries.waiting_way(request.viewer, WayProposalId(proposal_id))
    if request.POST.get("do") == "withdraw":
        answering.withdraw_way(by=request.viewer, proposal_id=found.id)
        return _to_ways()
    form = SecondPersonForm(_sent(request), needs_code=bool(found.change.to))

    def confirm() -> HttpResponse:
        said = {"code": form.code_typed, "reason": form.cleaned_data["reason"]}
        if refusal := answering.confirm_way_as_second(by=request.viewer, proposal_id=found.id, **said):
            raise refusal
        return _to_ways()

    return question(request, "ways/proposal.jinja", form, confirm, {"found": found, "words": WAYS})


def change_way(request: Request, way_kind: str, way_key: str) -> HttpResponse:
    """Propose another phone or e-mail address for secrets to go to."""
    there, kind = queries.ways_of(request.viewer, way_kind, way_key), kind_of(way_kind)
    form = WaysForm(_sent(request), ways=there.ways, has_phone=Way.PHONE in kind.ways)

    def propose() -> HttpResponse:
        change_ways(by=request.viewer, kind=kind.code, key=way_key, **form.answer)
        return _to_ways()

    return question(request, "ways/change.jinja", form, propose, {"name": there.name, "kind": kind.words})


def _sent(request: Request) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _to_ways() -> HttpResponse:
    return HttpResponseRedirect(reverse("ways"), status=303)
