"""Telling a family of its pump, in its language and by a way that is safe for it; never after a death."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from kith.equipment.models.loans import Loan
from kith.equipment.models.requests import PumpRequest
from kith.families.queries.cards import contact_of
from kith.kernel.ids import FamilyId
from kith.kernel.languages import interface_language
from kith.messages.actions.queueing import queue_message
from kith.platform.access.viewer import Actor, system_actor
from kith.stores.queries.stock import StoreCard

TELLER = system_actor("equipment.telling")


def tell_ready(by: Actor, request: PumpRequest, store: StoreCard) -> None:
    """Say that a pump is kept for her, where, and until when."""
    assert request.hold_until
    assert request.ready_at
    facts = {"until_on": request.hold_until.isoformat(), **_where(store)}
    tell(by, FamilyId(request.family_id), "pump_ready", facts, f"{request.pk}:{request.ready_at.timestamp():.0f}")


def tell_lent(by: Actor, loan: Loan) -> None:
    """Confirm the loan, and until when it is."""
    assert loan.due_on
    tell(by, FamilyId(loan.family_id), "pump_lent", {"due_on": loan.due_on.isoformat()}, f"{loan.pk}")


def tell(by: Actor, family_id: FamilyId, kind: str, facts: dict[str, object], key: str) -> bool:
    """Queue the message, unless no way to her is known to be safe; whether one was queued."""
    contact = contact_of(TELLER, family_id)
    if contact is None or not (contact.email or contact.phone):
        return False
    with translation.override(interface_language(contact.reads).code):
        link = f"{settings.KITH.site_url}{reverse('my-pump')}"
    queue_message(
        by=by,
        kind=kind,
        family_id=family_id,
        to_email=contact.email or None,
        to_phone=contact.phone or None,
        language=contact.reads,
        facts={**facts, "link": link},
        dedupe_key=f"{kind}:{key}",
    )
    return True


def _where(store: StoreCard) -> dict[str, object]:
    return {"where": f"{store.name}, {store.address}" if store.address else store.name}
