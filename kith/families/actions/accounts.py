"""Whose record is whose, once somebody has shown that a phone or an e-mail address is hers."""

from django.db import transaction
from django.db.models import Q

from kith.families.models import Parent
from kith.kernel.ids import AccountId, FamilyId
from kith.platform import audit
from kith.platform.access import Actor


@transaction.atomic
def claim_records(*, by: Actor, account_id: AccountId, phone: str = "", email: str = "") -> int:
    """Tie the account to every parent who is reached by this proven phone or e-mail address; says how many were new."""
    contact = Q()
    if phone:
        contact |= Q(phone=phone)
    if email:
        contact |= Q(email=email.lower())
    if not contact:
        return 0
    rows = list(Parent.objects.select_for_update().filter(contact, account__isnull=True).order_by("pk"))
    for row in rows:
        row.account_id = account_id
        row.save(update_fields=["account"])
        audit.record(by, "families.record_claimed", row, family_id=FamilyId(row.family_id), account_id=account_id)
    return len(rows)
