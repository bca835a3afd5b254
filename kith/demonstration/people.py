"""The invented organisations of the alliance, and one person for each role with colleagues who share the families."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from kith.demonstration.names import NAMES
from kith.kernel.ids import AccountId, MembershipId, OrganisationId, TeamId
from kith.organisations.actions.alliance import add_organisation, add_team
from kith.organisations.actions.people import add_membership
from kith.organisations.rules import OrganisationKind, Role
from kith.places.facts.shape import PlaceFacts
from kith.platform.access.viewer import Actor
from kith.platform.sign_in.models import Account

DOMAIN = "demo.kith.invalid"
FAMILIES_A_VISITOR = 250


@dataclass(frozen=True)
class Partners:
    """The members of the alliance."""

    council: OrganisationId
    hospital: OrganisationId
    health_visiting: OrganisationId
    charity: OrganisationId
    community: OrganisationId


@dataclass(frozen=True)
class Staff:
    """Who works there: one person for each role, and all who visit families."""

    by_role: dict[Role, MembershipId]
    visitors: tuple[MembershipId, ...]
    accounts: dict[str, AccountId] = field(default_factory=dict)


# Role, organisation, name, languages.
_PEOPLE: tuple[tuple[Role, str, str, tuple[str, ...]], ...] = (
    (Role.MIDWIFE, "hospital", "Grace Danso", ("en", "tw")),
    (Role.HEALTH_VISITOR, "health_visiting", "Helen Marlowe", ("en",)),
    (Role.OUTREACH_WORKER, "council", "Daniela Stoian", ("en", "ro")),
    (Role.PEER_SUPPORTER, "charity", "Noor Barakat", ("en", "ar")),
    (Role.COORDINATOR, "council", "Megan Ashcombe", ("en",)),
    (Role.FEEDING_LEAD, "health_visiting", "Anjali Kulkarni", ("en", "hi")),
    (Role.ALLIANCE_CHAIR, "council", "Rachel Penrose", ("en",)),
    (Role.PARENT_REPRESENTATIVE, "community", "Hodan Warsame", ("en", "so")),
    (Role.ANALYST, "council", "Tomasz Jaworek", ("en", "pl")),
    (Role.ADMIN, "health_visiting", "Callum Tilbrook", ("en",)),
    (Role.PLACE_ADMIN, "council", "Folake Adisa", ("en", "yo")),
)


def found_alliance(place: PlaceFacts, *, by: Actor) -> Partners:
    """Take the invented organisations into the alliance."""
    kinds = {
        "council": (f"{place.name} Family Hubs (demonstration)", OrganisationKind.COUNCIL),
        "hospital": (f"{place.name} Hospital maternity (demonstration)", OrganisationKind.HOSPITAL),
        "health_visiting": (f"{place.name} Health Visiting (demonstration)", OrganisationKind.HEALTH_VISITING),
        "charity": ("Milk and Company, peer support (demonstration)", OrganisationKind.CHARITY),
        "community": ("Parents Together (demonstration)", OrganisationKind.COMMUNITY_GROUP),
    }
    made = {key: add_organisation(by=by, name=name, kind=kind) for key, (name, kind) in kinds.items()}
    return Partners(**made)


def hire(partners: Partners, today: date, family_count: int, *, by: Actor) -> Staff:
    """Give every role its person, and the place as many health visitors as its young families need."""
    started = today - timedelta(days=900)
    team = add_team(by=by, organisation_id=partners.health_visiting, name="0 to 5 team (demonstration)")
    by_role: dict[Role, MembershipId] = {}
    accounts: dict[str, AccountId] = {}
    for role, organisation, name, languages in _PEOPLE:
        accounts[role.value] = _account(role.value)
        by_role[role] = add_membership(
            by=by,
            account_id=accounts[role.value],
            organisation_id=getattr(partners, organisation),
            role=role,
            name=name,
            team_id=team if role is Role.HEALTH_VISITOR else None,
            languages=languages,
            from_on=started,
        )
    accounts["parent"] = _account("parent")
    colleagues = max(2, family_count // FAMILIES_A_VISITOR)
    visitors = [_visitor(number, partners, team, started, by) for number in range(2, 2 + colleagues)]
    return Staff(by_role, tuple(visitors), accounts)


def _visitor(number: int, partners: Partners, team: TeamId, started: date, by: Actor) -> MembershipId:
    customs = list(NAMES.values())
    names = customs[number % len(customs)]
    mothers, families = names.mothers, names.families
    return add_membership(
        by=by,
        account_id=_account(f"{Role.HEALTH_VISITOR.value}-{number}"),
        organisation_id=partners.health_visiting,
        role=Role.HEALTH_VISITOR,
        name=f"{mothers[number // len(customs) % len(mothers)]} {families[number % len(families)]}",
        team_id=team,
        from_on=started,
    )


def _account(who: str) -> AccountId:
    return AccountId(Account.objects.create_user(email=f"{who}@{DOMAIN}").pk)
