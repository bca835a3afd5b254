"""Handing out a copy of the data."""

from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.sign_in.models import Account
from kith.rights.actions.gathering import DataCopy, data_copy


@action
def take_copy(*, by: Actor, form: str) -> DataCopy:
    """Gather a parent's copy, and note in the audit, for each family, that it was taken and in which form."""
    access.require(by, Permission.SEE_OWN_RECORD)
    if by.account_id is None:
        raise NotFound("account")
    account = Account.objects.get(pk=by.account_id)
    for family_id in sorted(by.family_ids):
        audit.record(by, "rights.copy_taken", account, family_id=family_id, form=form)
    return data_copy(by)
