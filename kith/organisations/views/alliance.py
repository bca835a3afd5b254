"""The alliance at the desk: what its members say of themselves, and what they have agreed to share."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.organisations.actions import agreements
from kith.organisations.actions import alliance as actions
from kith.organisations.forms.alliance import AgreementForm, EndOrganisationForm, MemberForm
from kith.organisations.queries.alliance import alliance_members, member_to_describe, sharing_agreements
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.undoing.confirming import Sure, asks_first, confirmed


def alliance(request: Request) -> HttpResponse:
    """The members and the agreements in force, each to be looked after."""
    lang = get_language() or "en"
    page = {
        "members": alliance_members(request.viewer, lang=lang),
        "agreements": sharing_agreements(request.viewer, lang=lang),
    }
    return render(request, "organisations/alliance.jinja", page)


def member(request: Request, organisation_id: int) -> HttpResponse:
    """What the public may know of one member."""
    there = member_to_describe(request.viewer, organisation_id)
    form = MemberForm(request.POST) if request.method == "POST" else MemberForm.of(there)

    def describe() -> HttpResponse:
        actions.describe_organisation(by=request.viewer, organisation_id=there.id, **form.answer)
        return _to_alliance()

    return question(request, "organisations/member.jinja", form, describe, {"member": there})


def end_member(request: Request, organisation_id: int) -> HttpResponse:
    """With which day a member ends, and which organisation carries on."""
    there = member_to_describe(request.viewer, organisation_id)
    others = {each.id: each.name for each in alliance_members(request.viewer, lang="en") if each.id != there.id}
    form = EndOrganisationForm(request.POST if request.method == "POST" else None, others=others)

    def end() -> HttpResponse:
        actions.end_organisation(by=request.viewer, organisation_id=there.id, **form.answer)
        return _to_alliance()

    return question(request, "organisations/end_member.jinja", form, end, {"member": there})


def sign_agreement(request: Request) -> HttpResponse:
    """What organisations have agreed to share from now on."""
    form = AgreementForm(request.POST if request.method == "POST" else None)

    def sign() -> HttpResponse:
        agreements.sign_agreement(by=request.viewer, **form.answer)
        return _to_alliance()

    return question(request, "organisations/agreement.jinja", form, sign)


@asks_first()
def end_agreement(request: Request, agreement_id: int) -> HttpResponse:
    """Let an agreement end today, once it is clear whose it is."""
    there = sharing_agreements(request.viewer, lang=get_language() or "en")
    found = next((each for each in there if each.id == agreement_id), None)
    if found is None:
        return _to_alliance()

    def act(_said: object) -> HttpResponse:
        agreements.end_agreement(by=request.viewer, agreement_id=found.id)
        return _to_alliance()

    happens = (
        _("It ends today for all of them: %(names)s") % {"names": ", ".join(found.between)},
        _("Everybody reads that it has ended. To share again, a new one is signed."),
        _("Who shares by no other agreement for the same purpose opens no record for it from now on."),
    )
    sure = Sure(_("End this agreement?"), found.title.text, happens, _("End it today"), reverse("alliance"))
    return confirmed(request, sure, act)


def _to_alliance() -> HttpResponse:
    return HttpResponseRedirect(reverse("alliance"), status=303)
