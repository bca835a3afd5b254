"""Who a worker is, and the cards of organisations and the people in them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet, Subquery

from kith.kernel import clock
from kith.kernel.ids import AccountId, MembershipId, OrganisationId, TeamId
from kith.methods.names import sorting_key
from kith.organisations.models import Membership, Organisation, Team
from kith.organisations.roles import DUTIES, ROLES, permissions_of
from kith.organisations.rules import Duty, OrganisationKind, Role
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.once import each_once
from kith.platform.prepared import Given, Prepared
from kith.platform.sign_in.models import Account


@dataclass(frozen=True)
class OrganisationCard:
    """An organisation as people outside it know it."""

    id: OrganisationId
    name: str
    kind: OrganisationKind
    phone: str = ""


@dataclass(frozen=True)
class MembershipCard:
    """A member of staff, as the families they work with may know them."""

    id: MembershipId
    name: str
    role: Role
    organisation: OrganisationCard
    languages: tuple[str, ...]
    team_id: TeamId | None = None
    wards: tuple[str, ...] = ()
    until_on: date | None = None
    is_suspended: bool = False

    def left_on(self, today: date) -> date | None:
        """The day with which their work ended, or today while they are kept out; None for all who work on."""
        if self.is_suspended:
            return today
        return self.until_on if self.until_on and self.until_on <= today else None

    @property
    def sees_all_agreed(self) -> bool:
        """Whether they see every family that lets their organisation in, and not those entrusted to them alone."""
        return Permission.SEE_ALL_AGREED in ROLES[self.role].permissions

    @property
    def role_name(self) -> str:
        """The role in the reader's language."""
        return str(ROLES[self.role].name)


def viewer_for(account: Account) -> Viewer | None:
    """The member of staff behind this account today; None for any other account."""
    row = next(iter(_AT_WORK(account=account.pk, today=clock.today())), None)
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
        permissions=permissions_of(Role(row.role), [Duty(duty) for duty in row.duties]),
    )


def organisation_of_kind(kind: OrganisationKind) -> OrganisationCard | None:
    """The alliance's (first) organisation of this kind."""
    row = Organisation.objects.filter(kind=kind).order_by("pk").first()
    return _organisation_card(row) if row else None


def id_of_kind(kind: OrganisationKind) -> Subquery:
    """A column for another room's rows: the id of the alliance's (first) organisation of this kind."""
    return Subquery(Organisation.objects.filter(kind=kind).order_by("pk").values("pk")[:1])


def organisation_cards(ids: Iterable[OrganisationId] | None = None) -> dict[OrganisationId, OrganisationCard]:
    """The cards of these organisations, or of all, by name."""
    wanted = None if ids is None else list(set(ids))
    rows = Organisation.objects.all() if wanted is None else _ORGANISATIONS(ids=wanted) if wanted else ()
    by_name = sorted(rows, key=lambda row: (sorting_key(row.name), row.pk))
    return {OrganisationId(row.pk): _organisation_card(row) for row in by_name}


def membership_card(membership_id: MembershipId) -> MembershipCard | None:
    """The card of a person who works or has worked for the alliance."""
    return membership_cards([membership_id]).get(membership_id)


def membership_cards(ids: Iterable[MembershipId]) -> dict[MembershipId, MembershipCard]:
    """The cards of several people in one look; a page asks about each person once."""
    return each_once("membership cards", ids, _read_memberships)


def _read_memberships(ids: set[MembershipId]) -> dict[MembershipId, MembershipCard]:
    rows = _MEMBERSHIPS(ids=list(ids)) if ids else []
    return {MembershipId(row.pk): _membership_card(row) for row in rows}


def people_who(
    permission: Permission, *, organisation_ids: Iterable[OrganisationId] | None = None, team_id: TeamId | None = None
) -> list[MembershipCard]:
    """Who works today and may do this, in these organisations (or all), in this team (or any); in order of joining."""
    roles = [role.value for role, card in ROLES.items() if permission in card.permissions]
    duties = [duty.value for duty, card in DUTIES.items() if permission in card.permissions]
    rows = (
        current_memberships()
        .filter(Q(role__in=roles) | Q(duties__overlap=duties))
        .select_related("organisation")
        .order_by("pk")
    )
    if organisation_ids is not None:
        rows = rows.filter(organisation_id__in=set(organisation_ids))
    if team_id is not None:
        rows = rows.filter(team_id=team_id)
    return [_membership_card(row) for row in rows]


def managers_of(organisation_id: OrganisationId) -> list[MembershipCard]:
    """Who looks after the caseloads of an organisation today."""
    return people_who(Permission.MANAGE_CASELOADS, organisation_ids=[organisation_id])


def team_names(ids: Iterable[TeamId]) -> dict[TeamId, str]:
    """What these teams are called."""
    return {TeamId(pk): name for pk, name in Team.objects.filter(pk__in=set(ids)).values_list("pk", "name")}


def teams_of(organisation_ids: Iterable[OrganisationId]) -> dict[TeamId, str]:
    """The teams of these organisations, by name."""
    rows = Team.objects.filter(organisation_id__in=set(organisation_ids)).values_list("pk", "name")
    return {TeamId(pk): name for pk, name in sorted(rows, key=lambda row: (sorting_key(row[1]), row[0]))}


def at_work(*, until: date | None = None) -> QuerySet[Membership, int]:
    """The ids of all who work today, as a subquery; with a day, only those whose work ends by then."""
    rows = current_memberships() if until is None else current_memberships().filter(until_on__lte=until)
    return rows.values_list("pk", flat=True)


def _membership_card(row: Membership) -> MembershipCard:
    return MembershipCard(
        id=MembershipId(row.pk),
        name=row.name,
        role=Role(row.role),
        organisation=_organisation_card(row.organisation),
        languages=tuple(row.languages),
        team_id=TeamId(row.team_id) if row.team_id else None,
        wards=tuple(row.wards),
        until_on=row.until_on,
        is_suspended=row.suspended_at is not None,
    )


def people_who_may(permission: Permission, organisation_ids: Collection[OrganisationId]) -> list[MembershipCard]:
    """Those who work for one of these organisations today and may do this, by name."""
    people = people_who(permission, organisation_ids=organisation_ids)
    return sorted(people, key=lambda card: (sorting_key(card.name), card.id))


def whom_to_tell(organisation_id: OrganisationId) -> list[MembershipCard]:
    """Who is to hear that something is late: the organisation's managers, else its administrators, the place's, any."""
    return (
        managers_of(organisation_id)
        or people_who(Permission.ADMINISTER, organisation_ids=[organisation_id])
        or people_who(Permission.ADMINISTER_PLACE)
        or people_who(Permission.ADMINISTER)
    )


def is_working(membership_id: MembershipId) -> bool:
    """Whether this membership holds today."""
    return current_memberships().filter(pk=membership_id).exists()


def memberships_of_person(membership_id: MembershipId) -> set[MembershipId]:
    """All memberships, past ones too, of the person who holds this one: their work in the alliance, wherever it was."""
    account = Membership.objects.filter(pk=membership_id).values("account_id")
    return {MembershipId(pk) for pk in Membership.objects.filter(account_id__in=account).values_list("pk", flat=True)}


def colleagues_of(organisation_id: OrganisationId) -> list[MembershipCard]:
    """All who work in the organisation today, by name."""
    rows = current_memberships().filter(organisation_id=organisation_id).select_related("organisation").order_by("pk")
    return [_membership_card(row) for row in sorted(rows, key=lambda row: sorting_key(row.name))]


def current_memberships() -> QuerySet[Membership]:
    """The memberships that hold today, without those of people who are kept out."""
    return _on(clock.today())


def _on(today: date | Given) -> QuerySet[Membership]:
    holds = Q(until_on__isnull=True) | Q(until_on__gte=today)
    return Membership.objects.filter(holds, from_on__lte=today, suspended_at__isnull=True)


def _organisation_card(row: Organisation) -> OrganisationCard:
    return OrganisationCard(OrganisationId(row.pk), row.name, OrganisationKind(row.kind), row.phone)


def work_emails(ids: Iterable[MembershipId]) -> dict[MembershipId, str]:
    """Where to write to those of these people who work today."""
    rows = current_memberships().filter(pk__in=set(ids)).exclude(account__email__isnull=True).exclude(account__email="")
    return {MembershipId(pk): email for pk, email in rows.values_list("pk", "account__email") if email}


_MEMBERSHIPS = Prepared(lambda: Membership.objects.filter(pk__any=Given("ids")).select_related("organisation"))
_ORGANISATIONS = Prepared(lambda: Organisation.objects.filter(pk__any=Given("ids")))
_AT_WORK = Prepared(lambda: _on(Given("today")).filter(account_id=Given("account")).order_by("pk")[:1])
