"""Whose record is whose, once a parent has shown that a phone or an e-mail address is theirs."""

from django.db.models import Q

from kith.families.models.people import Parent
from kith.families.rules.codes import Channel
from kith.kernel.ids import AccountId, FamilyId
from kith.platform import audit
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def claim_records(*, by: Actor, account_id: AccountId, phone: str = "", email: str = "") -> int:
    """Tie the account to every parent safely reached by this proven phone or e-mail address; says how many were new.

    The account of a way that is no longer safe, or no longer the parent's, opens their record no more from then on;
    one whose way still is keeps it, so that no person who shares another way with them takes it away.
    """
    contact = Q()
    if phone:
        contact |= Q(phone=phone) & ~Q(unsafe_channels__contains=[Channel.TEXT.value])
    if email:
        contact |= Q(email=email.lower()) & ~Q(unsafe_channels__contains=[Channel.EMAIL.value])
    if not contact:
        return 0
    found = Parent.objects.select_for_update(of=("self",)).select_related("account").filter(contact)
    rows = [row for row in found.exclude(account=account_id).order_by("pk") if not _still_signs_in(row)]
    for row in rows:
        row.account_id = account_id
        row.save(update_fields=["account"])
        audit.record(by, "families.record_claimed", row, family_id=FamilyId(row.family_id), account_id=account_id)
    return len(rows)


def _still_signs_in(row: Parent) -> bool:
    """Whether the account it is tied to still signs in by a way that is hers and safe."""
    account, unsafe = row.account, row.unsafe_channels
    if account is None:
        return False
    by_text = bool(account.phone) and account.phone == row.phone and Channel.TEXT not in unsafe
    by_email = bool(account.email) and account.email == row.email and Channel.EMAIL not in unsafe
    return by_text or by_email
