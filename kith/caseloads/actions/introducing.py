"""Telling a parent, in the language she reads, who is there for her."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from kith.families.queries.bereavement import is_bereaved
from kith.families.queries.cards import contact_of
from kith.kernel.ids import FamilyId
from kith.kernel.languages import interface_language
from kith.messages.actions.queueing import queue_message
from kith.platform.access.viewer import system_actor

TELLER = system_actor("caseloads.leading")


def tell_parent(kind: str, family_id: FamilyId, dedupe_key: str, **facts: str) -> bool:
    """Queue the message; False where there is no safe way to reach her, or nothing is sent after a death.

    Facts are names and days, as she may know them.
    """
    contact = contact_of(TELLER, family_id)
    if contact is None or not (contact.email or contact.phone) or is_bereaved(family_id):
        return False
    queue_message(
        by=TELLER,
        kind=kind,
        family_id=family_id,
        to_email=contact.email or None,
        to_phone=contact.phone or None,
        language=contact.reads,
        facts={**facts, "link": _my_page(contact.reads)},
        dedupe_key=dedupe_key,
    )
    return True


def _my_page(language: str) -> str:
    with translation.override(interface_language(language).code):
        return f"{settings.KITH.site_url}{reverse('my-page')}"
