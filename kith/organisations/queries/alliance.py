"""The alliance as the public may know it: its members, what people do there, what they agreed. Never who."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from kith.kernel import clock
from kith.kernel.ids import OrganisationId, SharingAgreementId
from kith.methods.names import sorting_key
from kith.organisations.models import Organisation, SharingAgreement
from kith.organisations.queries.people import current_memberships
from kith.organisations.roles import ROLES, SHARED_FOR, RoleCard
from kith.organisations.rules import OrganisationKind, Role, SharedFor
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
    interest: LocalText
    from_on: date | None
    until_on: date | None
    before: tuple[str, ...]


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
    purposes: tuple[SharedFor, ...] = ()
    until_on: date | None = None

    @property
    def purpose_words(self) -> str:
        """For what a record may be opened while it holds."""
        return "; ".join(str(SHARED_FOR[each]) for each in self.purposes)


@dataclass(frozen=True)
class MemberToDescribe:
    """What the public may know of an organisation, as the worker who enters it sees it."""

    id: OrganisationId
    name: str
    aims: dict[str, str]
    website: str
    email: str
    phone: str
    interest: dict[str, str]
    from_on: date | None
    until_on: date | None


def member_to_describe(viewer: Viewer, organisation_id: int) -> MemberToDescribe:
    """One member of the alliance, in all languages."""
    access.require(viewer, Permission.MANAGE_ALLIANCE)
    row = Organisation.objects.filter(pk=organisation_id).first()
    if row is None:
        raise NotFound("organisation")
    days = (row.interest, row.from_on, row.until_on)
    return MemberToDescribe(OrganisationId(row.pk), row.name, row.aims, row.website, row.email, row.phone, *days)


def alliance_members(_viewer: Viewer, *, lang: str) -> list[AllianceMember]:
    """Those who are members today by name, with the roles that people have there and which ones each follows."""
    roles: dict[int, set[Role]] = defaultdict(set)
    for organisation_id, role in current_memberships().values_list("organisation_id", "role").distinct():
        roles[organisation_id].add(Role(role))
    rows, today = list(Organisation.objects.all()), clock.today()
    before: dict[int | None, list[str]] = defaultdict(list)
    for row in rows:
        if row.until_on and row.until_on < today:
            before[row.successor_id].append(row.name)
    there = [row for row in rows if _is_there(row, today)]
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
            interest=in_language(row.interest, lang),
            from_on=row.from_on,
            until_on=row.until_on,
            before=tuple(sorted(before[row.pk])),
        )
        for row in sorted(there, key=lambda row: (sorting_key(row.name), row.pk))
    ]


def _is_there(row: Organisation, today: date) -> bool:
    return not (row.from_on and row.from_on > today) and not (row.until_on and row.until_on < today)


def sharing_agreements(_viewer: Viewer, *, lang: str) -> list[Agreement]:
    """The agreements in force, oldest first."""
    today = clock.today()
    rows = SharingAgreement.objects.in_force().prefetch_related("organisations").order_by("signed_on", "pk")
    return [
        Agreement(
            id=SharingAgreementId(row.pk),
            title=in_language(row.title, lang),
            summary=in_language(row.summary, lang),
            between=tuple(sorted(each.name for each in row.organisations.all())),
            signed_on=row.signed_on,
            review_due_on=row.review_due_on,
            is_past_review=row.review_due_on < today,
            purposes=tuple(SharedFor(each) for each in row.purposes),
            until_on=row.until_on,
        )
        for row in rows
    ]
