"""Who may open whose record."""

from kith.families.models import Consent, Family, Parent
from kith.kernel.ids import AccountId, FamilyId, OrganisationId
from kith.platform import access
from kith.platform.access import Viewer, ViewerKind
from kith.platform.access.permissions import PARENT_PERMISSIONS
from kith.platform.sign_in.models import Account


def may_open(viewer: Viewer, family_id: FamilyId) -> bool:
    """Whether the family is the viewer's own, or lets her organisation open its record today."""
    if viewer.kind is ViewerKind.PARENT:
        return family_id in viewer.family_ids
    return access.visible(viewer, Family.objects.filter(pk=family_id)).exists()


def may_organisation_open(organisation_id: OrganisationId, family_id: FamilyId) -> bool:
    """Whether the family lets anybody of this organisation open its record today."""
    return Consent.objects.opening().filter(organisation_id=organisation_id, family_id=family_id).exists()


def is_known_contact(phone: str, email: str) -> bool:
    """Whether a parent is reached by this phone or e-mail address (one of the two is empty)."""
    contact = {"phone": phone} if phone else {"email": email.lower()}
    return Parent.objects.filter(**contact).exists()


def viewer_for(account: Account) -> Viewer | None:
    """The parent behind this account; None for somebody who is in no family."""
    rows = list(Parent.objects.filter(account=account).order_by("-is_main", "pk"))
    if not rows:
        return None
    return Viewer(
        kind=ViewerKind.PARENT,
        account_id=AccountId(account.pk),
        name=rows[0].full_name,
        role="parent",
        family_ids=frozenset(FamilyId(row.family_id) for row in rows),
        permissions=PARENT_PERMISSIONS,
    )
