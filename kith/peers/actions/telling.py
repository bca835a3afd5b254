"""Writing to supporters and to mothers, each in their language; to a bereaved family nothing goes by itself."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from kith.families.queries.bereavement import is_bereaved, is_bereaved_contact
from kith.families.queries.cards import contact_of
from kith.kernel.ids import FamilyId
from kith.kernel.languages import interface_language
from kith.messages.actions.queueing import queue_message
from kith.organisations.queries.people import people_who
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.notices import NoticeKind
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import system_actor
from kith.platform.private_links import address
from kith.tasks.actions.notices import raise_notice

TELLER = system_actor("peers")


def tell_supporter(row: PeerSupporter, kind: str, key: str) -> None:
    """Write to a supporter, with the link to their own page; not where their family mourns."""
    if is_bereaved_contact(row.phone, row.email):
        return
    queue_message(
        by=TELLER,
        kind=kind,
        language=row.language,
        facts={"link": address("peer-path", row.token, row.language)},
        dedupe_key=f"{kind}:{key}",
        to_email=row.email or None,
        to_phone=None if row.email else row.phone or None,
    )


def tell_family(family_id: FamilyId, kind: str, key: str, **facts: object) -> None:
    """Write to a mother by a way that is safe for her, with the link to her page about supporters."""
    contact = contact_of(TELLER, family_id)
    if contact is None or not (contact.email or contact.phone) or is_bereaved(family_id):
        return
    with translation.override(interface_language(contact.reads).code):
        link = f"{settings.KITH.site_url}{reverse('my-supporter')}"
    queue_message(
        by=TELLER,
        kind=kind,
        family_id=family_id,
        to_email=contact.email or None,
        to_phone=contact.phone or None,
        language=contact.reads,
        facts={**facts, "link": link},
        dedupe_key=f"{kind}:{key}",
    )


def tell_desk(kind: NoticeKind, key: str, **facts: object) -> None:
    """Tell all who look after supporters."""
    for card in people_who(Permission.MANAGE_PEERS):
        raise_notice(by=TELLER, kind=kind, to=card.id, facts=facts, dedupe_key=f"{kind}-{key}-{card.id}")
