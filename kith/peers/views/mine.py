"""A mother's page about supporters: what she asks for, proposals, the one she has; she changes at once."""

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.families.queries.stages import wards
from kith.kernel.ids import FamilyId
from kith.peers.actions import wishing
from kith.peers.actions.matching import choose_peer
from kith.peers.forms.wish import WishForm, first_of
from kith.peers.queries.matching import MySupporter, my_supporter
from kith.peers.rules.codes import SupporterId
from kith.peers.views.asking import to
from kith.peers.wording import codes as words
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import is_done, question
from kith.platform.ui.refusals import RefusableForm
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.undoing.editing import sent

LAYOUT = "layouts/public.jinja"


@asks_first("no", "change", "end")
def mine(request: Request) -> HttpResponse:
    """Her supporter, or those who are proposed to her."""
    family_id = min(request.viewer.family_ids)
    found = my_supporter(request.viewer, family_id)
    do = request.POST.get("do", "")
    if do in ("no", "change", "end"):
        return _sure(request, found, family_id, do)
    form = RefusableForm(sent(request))
    if is_done(form, lambda: _chosen(request, family_id)):
        return to("my-supporter")
    page = {"it": found, "form": form, "words": words}
    return render(request, "peers/mine.jinja", page, status=422 if form.errors else 200)


def wish(request: Request) -> HttpResponse:
    """What she would like; asked again it begins with what she said before."""
    family_id = min(request.viewer.family_ids)
    found = my_supporter(request.viewer, family_id)
    ward = wards(request.viewer, where=Q(pk=family_id)).get(family_id, "")
    said = found.wish.said if found.wish else None
    form = WishForm(sent(request), initial=first_of(said, ward))

    def act() -> HttpResponse:
        wishing.ask_for_peer(by=request.viewer, family_id=family_id, wish=form.wish(ward))
        return to("my-supporter")

    return question(request, "peers/my_wish.jinja", form, act, {"is_new": said is None})


def _chosen(request: Request, family_id: FamilyId) -> None:
    if request.POST.get("do") != "choose":
        raise NotFound("supporter")
    choose_peer(by=request.viewer, family_id=family_id, supporter_id=_supporter(request))


def _supporter(request: Request) -> SupporterId:
    typed = request.POST.get("supporter", "")
    if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
        raise NotFound("supporter")
    return SupporterId(int(typed))


def _sure(request: Request, found: MySupporter, family_id: FamilyId, do: str) -> HttpResponse:
    names = {each.id: each.name for each in found.proposed}
    if found.match:
        names[found.match.supporter_id] = found.match.name
    by, who = request.viewer, _supporter(request) if do == "no" else None
    if found.wish is None or (who is not None and who not in names):
        raise NotFound("supporter")
    happens = {
        "no": (_("This supporter is never shown to you again. Nobody asks you why."),),
        "change": (_("Your supporter is no longer with you, at once. Nobody asks you why."), _("You choose another.")),
        "end": (_("You have no supporter any more. You can ask again at any time."),),
    }[do]
    buttons = {"no": _("Not this supporter"), "change": _("Change my supporter"), "end": _("I need no supporter")}
    about = names.get(who, "") if who else found.match.name if found.match else ""
    sure = Sure(f"{buttons[do]}?", about, happens, buttons[do], reverse("my-supporter"), LAYOUT)

    def act(_answers: object) -> HttpResponse:
        if who is not None:
            wishing.say_no_to_peer(by=by, family_id=family_id, supporter_id=who)
        elif do == "change":
            wishing.change_peer(by=by, family_id=family_id)
        else:
            wishing.end_peer_wish(by=by, family_id=family_id)
        return to("my-supporter")

    return confirmed(request, sure, act)
