"""Recording a contact, and correcting one."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kith.contacts.actions import recording as contacts
from kith.contacts.forms import ContactForm
from kith.contacts.queries.contacts import ContactSheet, contact_sheet, contact_to_correct
from kith.kernel.ids import ContactId, FamilyId
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.tasks.queries.next_steps import who_may_own
from kith.tasks.views.returning import back, comes_from_today


def record_contact(request: Request, family_id: UUID) -> HttpResponse:
    """Ask on one screen, and write down the contact."""
    sheet = contact_sheet(request.viewer, FamilyId(family_id))
    owners = who_may_own(request.viewer, FamilyId(family_id))
    is_sent = request.method == "POST"
    form = ContactForm(request.POST if is_sent else None, sheet=sheet, owners=owners, me=request.viewer.membership_id)
    if is_sent and form.is_valid():
        try:
            contacts.record_contact(
                by=request.viewer,
                family_id=FamilyId(family_id),
                entry=form.entry(),
                request_key=form.cleaned_data["request_key"],
                need=form.answered_need,
                step=form.step(),
            )
            return back(request, FamilyId(family_id), "contact")
        except Refusal as refusal:
            form.refuse(refusal)
    return _page(request, form, sheet)


def correct_contact(request: Request, contact_id: int) -> HttpResponse:
    """Ask again, and write down the contact as it really was."""
    family_id, before = contact_to_correct(request.viewer, ContactId(contact_id))
    sheet = contact_sheet(request.viewer, family_id, at=before.at)
    is_sent = request.method == "POST"
    form = ContactForm(request.POST if is_sent else None, sheet=sheet, me=request.viewer.membership_id, before=before)
    if is_sent and form.is_valid():
        try:
            contacts.correct_contact(
                by=request.viewer,
                contact_id=ContactId(contact_id),
                entry=form.entry(),
                request_key=form.cleaned_data["request_key"],
            )
            return back(request, family_id, "contact_corrected")
        except Refusal as refusal:
            form.refuse(refusal)
    return _page(request, form, sheet, is_correction=True)


def _page(request: Request, form: ContactForm, sheet: ContactSheet, *, is_correction: bool = False) -> HttpResponse:
    page = {
        "form": form,
        "sheet": sheet,
        "is_correction": is_correction,
        "held_on": form.initial["held_on"],
        "from_today": comes_from_today(request),
    }
    return render(request, "contacts/contact.jinja", page, status=422 if form.errors else 200)
