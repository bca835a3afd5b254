"""Handing out a copy of the data."""

from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.sign_in.models import Account


@action
def note_copy(*, by: Actor, form: str) -> None:
    """Note in the audit, for each family, that a parent takes her copy, and in which form."""
    access.require(by, Permission.SEE_OWN_RECORD)
    account = Account.objects.filter(pk=by.account_id).first()
    if account is None:
        raise Refusal("data_request_not_now")
    for family_id in sorted(by.family_ids):
        audit.record(by, "rights.copy_taken", account, family_id=family_id, form=form)
