"""An administrator's link: made by the operator, printed once, used once."""

from kith.founding.models import AdministratorLink
from kith.founding.rules.links import LASTS, OPENS, may_use_link
from kith.kernel import clock
from kith.kernel.ids import AccountId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import people_who, work_emails
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.private_links import digest, new_token
from kith.platform.sign_in.models import Account


@action
def make_administrator_link(*, by: Actor, email: str = "") -> str:
    """Make a link for an administrator, by their e-mail address where there are several; earlier ones open nothing.

    The secret part of its address is returned, and kept nowhere.
    """
    access.require(by, Permission.ADMINISTER_PLACE)
    known = sorted(work_emails([card.id for card in people_who(Permission.ADMINISTER_PLACE)]).values())
    wanted = email.strip().lower() or (known[0] if len(known) == 1 else "")
    if wanted not in known:
        raise Refusal("no_such_administrator", known=", ".join(known))
    account = Account.objects.select_for_update(no_key=True).get(email=wanted)
    now, token = clock.now(), new_token()
    open_ones = AdministratorLink.objects.filter(account=account, used_at=None, replaced_at=None)
    open_ones.update(replaced_at=now)
    row = AdministratorLink.objects.create(
        digest=digest(token, OPENS), account=account, made_at=now, ends_at=now + LASTS
    )
    audit.record(by, "founding.administrator_link_made", row, account_id=account.pk)
    return token


@action
def use_administrator_link(*, by: Actor, token: str) -> AccountId:
    """Use the link up, and say whose it is; a second use, a late one and an unknown link are refused."""
    access.require(by, Permission.ANSWER_BY_LINK)
    row = AdministratorLink.objects.select_for_update().filter(digest=digest(token, OPENS)).first()
    if refusal := may_use_link(row.facts() if row else None, now=clock.now()):
        raise refusal
    assert row is not None
    row.used_at = clock.now()
    row.save(update_fields=["used_at"])
    audit.record(by, "founding.administrator_link_used", row, account_id=row.account_id)
    return AccountId(row.account_id)
