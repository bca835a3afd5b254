"""The alliance at the desk: what its members say of themselves, and what they have agreed to share."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.kernel.ids import SharingAgreementId
from kith.organisations import actions
from kith.organisations.forms import AgreementForm, MemberForm
from kith.organisations.queries.alliance import alliance_members, member_to_describe, sharing_agreements
from kith.platform.access.viewer import Request


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
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        actions.describe_organisation(
            by=request.viewer,
            organisation_id=there.id,
            aims=form.said("aims"),
            website=data["website"],
            email=data["email"],
            phone=data["phone"],
        )
        return HttpResponseRedirect(reverse("alliance"), status=303)
    page = {"form": form, "member": there}
    return render(request, "organisations/member.jinja", page, status=422 if form.is_bound else 200)


def sign_agreement(request: Request) -> HttpResponse:
    """What organisations have agreed to share from now on."""
    form = AgreementForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.sign_agreement(
            by=request.viewer,
            title=form.said("title"),
            summary=form.said("summary"),
            between=form.partners(),
            signed_on=form.cleaned_data["signed_on"],
            review_due_on=form.cleaned_data["review_due_on"],
        )
        return HttpResponseRedirect(reverse("alliance"), status=303)
    return render(request, "organisations/agreement.jinja", {"form": form}, status=422 if form.is_bound else 200)


def end_agreement(request: Request, agreement_id: int) -> HttpResponse:
    """Let an agreement end today."""
    actions.end_agreement(by=request.viewer, agreement_id=SharingAgreementId(agreement_id))
    return HttpResponseRedirect(reverse("alliance"), status=303)
