"""One record becomes two."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.families.actions import splitting
from kith.families.forms.record import SplitForm
from kith.families.queries.page import family_page
from kith.families.queries.record import record
from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import Request
from kith.undoing.editing import Page, ask, sent


def split_record(request: Request, family_id: UUID) -> HttpResponse:
    """Ask who goes, who cares for the baby there and who goes on seeing which record."""
    found = record(request.viewer, FamilyId(family_id))
    consents = [row for row in family_page(request.viewer, found.id).consents if row.is_active]
    form = SplitForm(sent(request), record=found, consents=consents)
    page = Page(
        title=_("Split this record"),
        about=found.name,
        back=reverse("family-record", args=[found.id]),
        done="split",
        intro=_(
            "For somebody who must not be found, or a baby with new parents. From then on neither record shows the "
            "other. Addresses, bookings, messages and the named lead stay here. This cannot be undone on a page."
        ),
        button=_("Split the record"),
        is_grave=True,
    )
    return ask(request, form, page, splitting.split_record, family_id=found.id)
