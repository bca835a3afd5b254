"""The order of the family page: its quick deeds, its sections, and those that stand beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.front.family_page import (
    babies,
    bereavement,
    bookings,
    consents,
    contacts,
    feeding,
    interpreting,
    lead,
    next_steps,
    parents,
    referrals,
    safety,
)
from kith.front.family_page.opened import Opened, Section
from kith.platform.access.permissions import Permission

MAIN: Sequence[Section] = (
    Section("safety", safety.read),
    Section("bereavement", bereavement.read, bereavement.moments),
    Section("next_steps", next_steps.read),
    Section("babies", babies.read, babies.moments),
    Section("feeding", feeding.read, feeding.moments),
    Section("contacts", contacts.read, contacts.moments, has_template=False),
    Section("referrals", referrals.read, referrals.moments),
    Section("bookings", bookings.read, bookings.moments, has_template=False),
)
BESIDE: Sequence[Section] = (
    Section("lead", lead.read, lead.moments),
    Section("interpreting", interpreting.read, interpreting.moments),
    Section("parents", parents.read, parents.moments),
    Section("consents", consents.read, consents.moments),
)


@dataclass(frozen=True)
class Deed:
    """Something often done for a family: a button at the top of its page, for those who may."""

    words: Promise
    url_name: str
    needs: Permission


DEEDS: Sequence[Deed] = (
    Deed(_("Record a contact"), "record-contact", Permission.RECORD_CONTACT),
    Deed(_("Book an interpreter"), "book-interpreter", Permission.BOOK_INTERPRETER),
    Deed(_("Refer"), "refer", Permission.REFER),
    Deed(_("Add a next step"), "add-next-step", Permission.RECORD_CONTACT),
    Deed(_("Raise a safeguarding concern"), "raise-concern", Permission.RECORD_CONTACT),
    Deed(_("Before a visit"), "precautions", Permission.RECORD_CONTACT),
)


def deeds(opened: Opened) -> list[tuple[str, str]]:
    """Words and address of the deeds that this viewer may do."""
    return [(str(deed.words), reverse(deed.url_name, args=[opened.id])) for deed in DEEDS if opened.may(deed.needs)]
