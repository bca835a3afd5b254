"""Who may open whose record."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q

from kith.families.models.consent import Consent
from kith.families.models.family import Entrusted, Family
from kith.families.models.people import Parent
from kith.families.rules.codes import Channel, Purpose
from kith.kernel.ids import AccountId, ConsentId, FamilyId, OrganisationId
from kith.organisations.queries.people import MembershipCard
from kith.platform import access
from kith.platform.access.permissions import PARENT_PERMISSIONS
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.once import answered, once
from kith.platform.prepared import Given, PreparedFor
from kith.platform.sign_in.models import Account


def may_open(viewer: Viewer, family_id: FamilyId) -> bool:
    """Whether the family is the viewer's own, or lets her organisation open its record today."""
    if viewer.kind is ViewerKind.PARENT:
        return family_id in viewer.family_ids
    return once(("may open", viewer, family_id), lambda: _lets_in(viewer, family_id))


def opened_by(viewer: Viewer, family_ids: Collection[FamilyId]) -> frozenset[FamilyId]:
    """Those of the families whose record the viewer may open."""
    return frozenset(FamilyId(pk) for pk in _OPENED_BY(viewer, families=list(family_ids)))


def may_be_opened(viewer: Viewer, family_id: FamilyId) -> None:
    """Keep for this page that the viewer may open the family's record, found by reading it."""
    answered(("may open", viewer, family_id), answer=True)


def _lets_in(viewer: Viewer, family_id: FamilyId) -> bool:
    return bool(_LETS_IN(viewer, family_id=family_id))


def may_organisation_open(organisation_id: OrganisationId, family_id: FamilyId) -> bool:
    """Whether the family lets this organisation open its record today."""
    return Consent.objects.opening().filter(organisation_id=organisation_id, family_id=family_id).exists()


def may_person_open(card: MembershipCard, family_id: FamilyId) -> bool:
    """Whether the family lets this person's organisation open its record today, and it is theirs to see."""
    if not may_organisation_open(card.organisation.id, family_id):
        return False
    return card.sees_all_agreed or Family.objects.filter(Entrusted("pk", card.id), pk=family_id).exists()


def organisations_that_may_open(family_id: FamilyId) -> frozenset[OrganisationId]:
    """The organisations that the family lets open its record today."""
    return frozenset(Consent.objects.opening_organisations(family_id))


def is_known_contact(phone: str, email: str) -> bool:
    """Whether a parent is safely reached by this phone or e-mail address (one of the two is empty).

    Where they said that texts or e-mails are not safe, no code to sign in by goes there either: others may read it.
    One parent who says so is enough, although another shares the phone with them.
    """
    contact = {"phone": phone} if phone else {"email": email.lower()}
    unsafe = Channel.TEXT if phone else Channel.EMAIL
    said = Parent.objects.filter(**contact).values_list("unsafe_channels", flat=True)
    return bool(said) and not any(unsafe in channels for channels in said)


def viewer_for(account: Account) -> Viewer | None:
    """The parent behind this account; None for an account that is in no family."""
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


def agreed_to(purpose: Purpose, *, family: str, organisation: str) -> Exists:
    """A condition on another room's rows: this column's family lets that column's organisation do this today."""
    agreed = Consent.objects.in_force().filter(purpose=purpose)
    return Exists(agreed.filter(family_id=OuterRef(family), organisation_id=OuterRef(organisation)))


def opens_for(*, family: str, organisation: str) -> Exists:
    """A condition on another room's rows: this column's family lets that column's organisation open its record."""
    return Exists(Consent.objects.opening().filter(family_id=OuterRef(family), organisation_id=OuterRef(organisation)))


def consent_held(family_id: FamilyId, organisation_id: OrganisationId, purpose: Purpose) -> ConsentId | None:
    """The consent by which the organisation may do this today, or None."""
    rows = Consent.objects.in_force().filter(family_id=family_id, organisation_id=organisation_id, purpose=purpose)
    found = rows.values_list("pk", flat=True).first()
    return ConsentId(found) if found else None


_LETS_IN = PreparedFor(
    lambda viewer: access.visible(viewer, Family.objects.filter(pk=Given("family_id"))).values_list("pk", flat=True)
)

_OPENED_BY = PreparedFor(
    lambda viewer: access.visible(viewer, Family.objects.filter(pk__any=Given("families"))).values_list("pk", flat=True)
)


def within_reach(viewer: Viewer, *, family: str) -> Exists:
    """A condition on another room's rows: the viewer may open the record of the family in this column."""
    return Exists(access.visible(viewer, Family.objects.filter(pk=OuterRef(family))))


def may_know(viewer: Viewer, *, family: str, purpose: Purpose | Given) -> Q:
    """A condition on rows: the family in this column agreed to this with the viewer's organisation, or is in reach."""
    known = Q(within_reach(viewer, family=family))
    if viewer.kind is ViewerKind.STAFF:
        consent = Consent.objects.in_force().filter(organisation_id__any=viewer.organisation_ids, purpose=purpose)
        known |= Q(Exists(consent.filter(family_id=OuterRef(family))))
    return known
