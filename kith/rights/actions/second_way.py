"""A second way to sign in: the other phone or mailbox of the parent's own record, once a code was read there."""

from allauth.account.models import EmailAddress

from kith.families.queries.page import family_page
from kith.families.rules.codes import Channel
from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.kernel.ways import Way
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, viewer_of_account
from kith.platform.action import action
from kith.platform.sign_in.models import Account

UNSAFE = {Way.PHONE: Channel.TEXT, Way.EMAIL: Channel.EMAIL}


@action
def add_way_to_sign_in(*, by: Actor, way: Way, contact: str) -> None:
    """Let the parent's account open by this way, too. The caller has seen that a code sent there was read.

    Refused for a contact that does not stand in the parent's own record as safe: a new one needs the old one's word
    (kith.ways). An account that opened nothing gives its way up; one that is another person's does not.
    """
    access.require(by, Permission.SEE_OWN_RECORD)
    if by.account_id is None or contact not in own_ways(by).get(way, ()):
        raise Refusal("way_not_on_record")
    assert by.account_id is not None, "one who sees an own record has signed in"
    account = Account.objects.select_for_update().get(pk=by.account_id)
    if getattr(account, way.value) == contact:
        return
    other = Account.objects.select_for_update().filter(**{way.value: contact}).exclude(pk=account.pk).first()
    if other and viewer_of_account(other):
        raise Refusal("way_is_anothers")
    if other:
        other.delete()
    setattr(account, way.value, contact)
    account.phone_verified_at = clock.now() if way is Way.PHONE else account.phone_verified_at
    account.save(update_fields=[way.value, "phone_verified_at"])
    if way is Way.EMAIL:
        EmailAddress.objects.update_or_create(user=account, email=contact, defaults={"verified": True})
    for family_id in sorted(by.family_ids):
        audit.record(by, "rights.way_to_sign_in_added", account, family_id=family_id, way=way)


def own_ways(by: Actor) -> dict[Way, tuple[str, ...]]:
    """The phones and mailboxes of the parent's own rows that are safe for them."""
    rows = [row for each in sorted(by.family_ids) for row in family_page(by, each).parents if row.is_own]
    return {
        way: tuple(
            sorted(
                {
                    getattr(row, way.value)
                    for row in rows
                    if getattr(row, way.value) and UNSAFE[way] not in row.safe_contact.unsafe_channels
                }
            )
        )
        for way in Way
    }
