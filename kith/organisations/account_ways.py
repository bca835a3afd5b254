"""A colleague's e-mail address, to which the code for a new password goes."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.kernel.ways import Way, Ways
from kith.organisations.models import Membership
from kith.organisations.queries.people import current_memberships
from kith.organisations.rules import Role
from kith.organisations.scope import is_of_the_place
from kith.platform import audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, Viewer
from kith.platform.sign_in.accounts import end_sessions, forget_addresses
from kith.platform.sign_in.models import Account
from kith.ways.kinds import Holder, WayChanged, WayKind, ids_of


def _find(keys: Collection[str], lock: bool) -> Mapping[str, Holder]:
    names = dict(current_memberships().filter(account_id__in=ids_of(keys)).values_list("account_id", "name"))
    rows = Account.objects.filter(pk__in=names, is_active=True).order_by("pk")
    found = rows.select_for_update(no_key=True) if lock else rows
    return {str(row.pk): Holder(names[row.pk], Ways(email=row.email or "")) for row in found}


def _colleagues(viewer: Viewer) -> QuerySet[Membership]:
    rows = current_memberships()
    if is_of_the_place(viewer):
        return rows
    # An administrator of one organisation must not be able to become the place's.
    return rows.filter(organisation_id__in=viewer.organisation_ids).exclude(role=Role.PLACE_ADMIN)


def _kept_by(viewer: Viewer, keys: Collection[str]) -> Collection[str]:
    rows = _colleagues(viewer).filter(account_id__in=ids_of(keys))
    return {str(account_id) for account_id in rows.values_list("account_id", flat=True)}


def _listed(viewer: Viewer) -> Iterable[str]:
    return [str(account_id) for account_id in _colleagues(viewer).values_list("account_id", flat=True)]


def _fault(key: str, ways: Ways) -> Refusal | None:
    if not ways.email:
        return Refusal("account_needs_a_mailbox")
    is_taken = Account.objects.filter(email=ways.email).exclude(pk=int(key)).exists()
    return Refusal("mailbox_of_another_account") if is_taken else None


def _write(by: Actor, changed: WayChanged) -> None:
    """Put it down, and sign the colleague out everywhere: a new password is chosen by a code to the new address."""
    row = Account.objects.get(pk=int(changed.key))
    row.email = changed.new
    row.save(update_fields=["email"])
    if not changed.is_first:
        forget_addresses(row)
        end_sessions(row)
    audit.record(by, "organisations.account_mailbox_changed", row)


ACCOUNT_WAYS = WayKind(
    code="account",
    words=_("Colleague"),
    needs=frozenset({Permission.ADMINISTER}),
    told=(Permission.ADMINISTER,),
    find=_find,
    kept_by=_kept_by,
    write=_write,
    fault=_fault,
    listed=_listed,
    ways=frozenset({Way.EMAIL}),
)
