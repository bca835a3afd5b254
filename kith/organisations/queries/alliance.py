"""The alliance as the public may know it: its members, what people do there, what they agreed. Never who."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from kith.kernel import clock
from kith.kernel.ids import OrganisationId, SharingAgreementId
from kith.methods.names import sorting_key
from kith.organisations.models import Organisation, SharingAgreement
from kith.organisations.queries.people import current_memberships
from kith.organisations.roles import ROLES, RoleCard
from kith.organisations.rules import OrganisationKind, Role
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText, in_language


@dataclass(frozen=True)
class AllianceMember:
    """An organisation of the alliance, and what the people there work as."""

    id: OrganisationId
    name: str
    kind: OrganisationKind
    aims: LocalText
    website: str
    email: str
    phone: str
    roles: tuple[RoleCard, ...]


@dataclass(frozen=True)
class Agreement:
    """What organisations have agreed to share."""

    id: SharingAgreementId
    title: LocalText
    summary: LocalText
    between: tuple[str, ...]
    signed_on: date
    review_due_on: date
    is_past_review: bool


@dataclass(frozen=True)
class MemberToDescribe:
    """What the public may know of an organisation, as the worker who enters it sees it."""

    id: OrganisationId
    name: str
    aims: dict[str, str]
    website: str
    email: str
    phone: str


def member_to_describe(viewer: Viewer, organisation_id: int) -> MemberToDescribe:
    """One member of the alliance, in all languages."""
    access.require(viewer, Permission.MANAGE_ALLIANCE)
    row = Organisation.objects.filter(pk=organisation_id).first()
    if row is None:
        raise NotFound("organisation")
    return MemberToDescribe(OrganisationId(row.pk), row.name, row.aims, row.website, row.email, row.phone)


def alliance_members(_viewer: Viewer, *, lang: str) -> list[AllianceMember]:
    """All members by name, with the roles that people have there today; two statements."""
    roles: dict[int, set[Role]] = defaultdict(set)
    for organisation_id, role in current_memberships().values_list("organisation_id", "role").distinct():
        roles[organisation_id].add(Role(role))
    return [
        AllianceMember(
            id=OrganisationId(row.pk),
            name=row.name,
            kind=OrganisationKind(row.kind),
            aims=in_language(row.aims, lang),
            website=row.website,
            email=row.email,
            phone=row.phone,
            roles=tuple(card for role, card in ROLES.items() if role in roles[row.pk]),
        )
        for row in sorted(Organisation.objects.all(), key=lambda row: (sorting_key(row.name), row.pk))
    ]


def sharing_agreements(_viewer: Viewer, *, lang: str) -> list[Agreement]:
    """The agreements in force, oldest first."""
    today = clock.today()
    rows = SharingAgreement.objects.filter(ended_on=None).prefetch_related("organisations").order_by("signed_on", "pk")
    return [
        Agreement(
            id=SharingAgreementId(row.pk),
            title=in_language(row.title, lang),
            summary=in_language(row.summary, lang),
            between=tuple(sorted(each.name for each in row.organisations.all())),
            signed_on=row.signed_on,
            review_due_on=row.review_due_on,
            is_past_review=row.review_due_on < today,
        )
        for row in rows
    ]
