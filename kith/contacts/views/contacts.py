"""Recording a contact, and correcting one."""

from uuid import UUID

from django.http import HttpResponse

from kith.contacts.actions import recording as contacts
from kith.contacts.forms import ContactForm
from kith.contacts.queries.contacts import ContactSheet, contact_sheet, contact_to_correct, is_recorded
from kith.kernel.ids import ContactId, FamilyId
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.tasks.queries.next_steps import who_may_own
from kith.tasks.views.returning import back, comes_from_today


def record_contact(request: Request, family_id: UUID) -> HttpResponse:
    """Ask on one screen, and write down the contact."""
    sheet = contact_sheet(request.viewer, FamilyId(family_id))
    if is_recorded(sheet.family.id, request.POST.get("request_key", "")):
        # Sent twice by a thumb that slipped: what was due may be finished by now, and is not asked about again.
        return back(request, sheet.family.id, "contact")
    owners, me = who_may_own(request.viewer, sheet.family.id), request.viewer.membership_id
    form = ContactForm(request.POST if request.method == "POST" else None, sheet=sheet, owners=owners, me=me)

    def record() -> HttpResponse:
        contacts.record_contact(by=request.viewer, family_id=sheet.family.id, **form.answer)
        return back(request, sheet.family.id, "contact")

    return question(request, "contacts/contact.jinja", form, record, _page(request, form, sheet))


def correct_contact(request: Request, contact_id: int) -> HttpResponse:
    """Ask again, and write down the contact as it really was."""
    family_id, before = contact_to_correct(request.viewer, ContactId(contact_id))
    sheet = contact_sheet(request.viewer, family_id, at=before.at)
    form = ContactForm(request.POST if request.method == "POST" else None, sheet=sheet, before=before)

    def correct() -> HttpResponse:
        contacts.correct_contact(by=request.viewer, contact_id=ContactId(contact_id), **form.answer)
        return back(request, family_id, "contact_corrected")

    page = {**_page(request, form, sheet), "is_correction": True}
    return question(request, "contacts/contact.jinja", form, correct, page)


def _page(request: Request, form: ContactForm, sheet: ContactSheet) -> dict[str, object]:
    return {
        "sheet": sheet,
        "is_correction": False,
        "held_on": form.initial["held_on"],
        "from_today": comes_from_today(request),
    }
