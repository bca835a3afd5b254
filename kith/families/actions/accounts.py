"""Whose record is whose, once somebody has shown that a phone or an e-mail address is hers."""

from django.db import transaction
from django.db.models import Q

from kith.families.models import Parent
from kith.families.rules import Channel
from kith.kernel.ids import AccountId, FamilyId
from kith.platform import audit
from kith.platform.access import Actor


@transaction.atomic
def claim_records(*, by: Actor, account_id: AccountId, phone: str = "", email: str = "") -> int:
    """Tie the account to every parent safely reached by this proven phone or e-mail address; says how many were new.

    A record follows the way she signs in by today: the account of a way that is no longer safe, or no longer hers,
    opens it no more from then on.
    """
    contact = Q()
    if phone:
        contact |= Q(phone=phone) & ~Q(unsafe_channels__contains=[Channel.TEXT.value])
    if email:
        contact |= Q(email=email.lower()) & ~Q(unsafe_channels__contains=[Channel.EMAIL.value])
    if not contact:
        return 0
    rows = list(Parent.objects.select_for_update().filter(contact).exclude(account=account_id).order_by("pk"))
    for row in rows:
        row.account_id = account_id
        row.save(update_fields=["account"])
        audit.record(by, "families.record_claimed", row, family_id=FamilyId(row.family_id), account_id=account_id)
    return len(rows)
