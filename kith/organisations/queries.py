"""Who somebody is, and the cards of organisations and the people in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from kith.kernel import clock
from kith.kernel.ids import AccountId, MembershipId, OrganisationId, TeamId
from kith.organisations.models import Membership, Organisation
from kith.organisations.roles import ROLES
from kith.organisations.rules import OrganisationKind, Role
from kith.platform.access import Viewer, ViewerKind
from kith.platform.sign_in.models import Account


@dataclass(frozen=True)
class OrganisationCard:
    """An organisation as people outside it know it."""

    id: OrganisationId
    name: str
    kind: OrganisationKind


@dataclass(frozen=True)
class MembershipCard:
    """Somebody at work, as the families she works with may know her."""

    id: MembershipId
    name: str
    role: Role
    organisation: OrganisationCard
    languages: tuple[str, ...]

    @property
    def role_name(self) -> str:
        """The role in the reader's language."""
        return str(ROLES[self.role].name)


def viewer_for(account: Account) -> Viewer | None:
    """The member of staff behind this account today; None for anybody else."""
    row = _current().filter(account=account).first()
    if row is None:
        return None
    return Viewer(
        kind=ViewerKind.STAFF,
        account_id=AccountId(account.pk),
        membership_id=MembershipId(row.pk),
        name=row.name,
        role=row.role,
        role_name=str(ROLES[Role(row.role)].name),
        organisation_ids=frozenset({OrganisationId(row.organisation_id)}),
        team_ids=frozenset({TeamId(row.team_id)}) if row.team_id else frozenset(),
        permissions=ROLES[Role(row.role)].permissions,
    )


def organisation_of_kind(kind: OrganisationKind) -> OrganisationCard | None:
    """The alliance's (first) organisation of this kind."""
    row = Organisation.objects.filter(kind=kind).order_by("pk").first()
    return _organisation_card(row) if row else None


def organisation_cards(ids: Iterable[OrganisationId] | None = None) -> dict[OrganisationId, OrganisationCard]:
    """The cards of these organisations, or of all, by name."""
    rows = Organisation.objects.order_by("name")
    if ids is not None:
        rows = rows.filter(pk__in=set(ids))
    return {OrganisationId(row.pk): _organisation_card(row) for row in rows}


def membership_card(membership_id: MembershipId) -> MembershipCard | None:
    """The card of somebody who works or has worked for the alliance."""
    return membership_cards([membership_id]).get(membership_id)


def membership_cards(ids: Iterable[MembershipId]) -> dict[MembershipId, MembershipCard]:
    """The cards of several people in one look."""
    rows = Membership.objects.filter(pk__in=set(ids)).select_related("organisation")
    return {
        MembershipId(row.pk): MembershipCard(
            id=MembershipId(row.pk),
            name=row.name,
            role=Role(row.role),
            organisation=_organisation_card(row.organisation),
            languages=tuple(row.languages),
        )
        for row in rows
    }


def _current() -> QuerySet[Membership]:
    today = clock.today()
    return Membership.objects.filter(Q(until_on__isnull=True) | Q(until_on__gte=today), from_on__lte=today)


def _organisation_card(row: Organisation) -> OrganisationCard:
    return OrganisationCard(OrganisationId(row.pk), row.name, OrganisationKind(row.kind))
