"""A supporter's own pages: today, a log in three taps, days away, and money back."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.kernel.ids import MembershipId
from kith.peers.actions import supporting
from kith.peers.forms.supporting import AwayForm, CostForm, LogForm
from kith.peers.queries.supervising import supervisors_to_choose
from kith.peers.queries.supporting import family_to_log, peer_today
from kith.peers.rules.codes import MatchId
from kith.peers.views.asking import Asked, ask, to
from kith.peers.wording import supporting as words
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import is_done, question
from kith.platform.ui.refusals import RefusableForm
from kith.undoing.editing import sent


def today(request: Request) -> HttpResponse:
    """The supporter's families, help, days away and money; ask for help now."""
    form = RefusableForm(sent(request))
    if is_done(form, lambda: _called(request)):
        return to("peer-today")
    page = {"it": peer_today(request.viewer), "words": words, "form": form}
    return render(request, "peers/today.jinja", page, status=200 if request.method == "GET" else 422)


def log(request: Request, match_id: int) -> HttpResponse:
    """How one was in touch with a family: two questions, and a third whose answers send it."""
    found = family_to_log(request.viewer, MatchId(match_id))
    form = LogForm(sent(request))

    def act() -> HttpResponse:
        key = form.cleaned_data["request_key"]
        supporting.log_contact(by=request.viewer, match_id=found.match_id, new=form.new, request_key=key)
        return to("peer-today")

    return question(request, "peers/log.jinja", form, act, {"row": found, "words": words})


def claim(request: Request) -> HttpResponse:
    """What was spent."""
    form = CostForm(sent(request))

    def act() -> None:
        supporting.claim_cost(by=request.viewer, cost=form.cost, request_key=form.cleaned_data["request_key"])

    return ask(request, Asked(_("Ask for money back"), "", _("Send it"), reverse("peer-today")), form, act)


def away(request: Request) -> HttpResponse:
    """Days away; those who look after supporters say who covers."""
    looks_after = Permission.MANAGE_PEERS in request.viewer.permissions
    people = supervisors_to_choose(request.viewer) if looks_after else None
    form = AwayForm(sent(request), people=people)

    def act() -> None:
        given = form.cleaned_data
        covered = given.get("covered_by")
        supporting.note_days_away(
            by=request.viewer,
            from_on=given["from_on"],
            until_on=given["until_on"],
            covered_by=MembershipId(int(covered)) if covered else None,
        )

    back = reverse("peer-watch" if looks_after else "peer-today")
    return ask(request, Asked(_("Days away"), "", _("Save"), back), form, act)


def _called(request: Request) -> None:
    if request.POST.get("do") != "help":
        raise NotFound("call")
    supporting.ask_for_help(by=request.viewer)
