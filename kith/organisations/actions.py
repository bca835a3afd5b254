"""Taking organisations, teams and people into the alliance, and letting people go."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from kith.kernel import clock
from kith.kernel.ids import AccountId, MembershipId, OrganisationId, TeamId
from kith.kernel.refusal import Refusal
from kith.organisations.models import Membership, Organisation, Team
from kith.organisations.rules import OrganisationKind, Role
from kith.platform import access, audit
from kith.platform.access import Actor, Permission


@transaction.atomic
def add_organisation(*, by: Actor, name: str, kind: OrganisationKind) -> OrganisationId:
    """Take an organisation into the alliance."""
    access.require(by, Permission.ADMINISTER)
    row = Organisation.objects.create(name=name.strip(), kind=kind)
    audit.record(by, "organisations.organisation_added", row, kind=kind)
    return OrganisationId(row.pk)


@transaction.atomic
def add_team(*, by: Actor, organisation_id: OrganisationId, name: str) -> TeamId:
    """Give an organisation a team."""
    access.require(by, Permission.ADMINISTER)
    row = Team.objects.create(organisation_id=organisation_id, name=name.strip())
    audit.record(by, "organisations.team_added", row, organisation_id=organisation_id)
    return TeamId(row.pk)


@transaction.atomic
def add_membership(
    *,
    by: Actor,
    account_id: AccountId,
    organisation_id: OrganisationId,
    role: Role,
    name: str,
    team_id: TeamId | None = None,
    languages: Iterable[str] = ("en",),
    from_on: date | None = None,
) -> MembershipId:
    """Let the account work for an organisation in this role, from today or another day."""
    access.require(by, Permission.ADMINISTER)
    if team_id and not Team.objects.filter(pk=team_id, organisation_id=organisation_id).exists():
        raise Refusal("team_of_another_organisation")
    row = Membership.objects.create(
        account_id=account_id,
        organisation_id=organisation_id,
        team_id=team_id,
        role=role,
        name=name.strip(),
        languages=list(languages),
        from_on=from_on or clock.today(),
    )
    audit.record(by, "organisations.membership_added", row, role=role, organisation_id=organisation_id)
    return MembershipId(row.pk)


@transaction.atomic
def end_membership(*, by: Actor, membership_id: MembershipId, until_on: date) -> None:
    """Let somebody's work end with that day; from the next one on she sees nothing."""
    access.require(by, Permission.ADMINISTER)
    row = Membership.objects.select_for_update().get(pk=membership_id)
    row.until_on = until_on
    row.save(update_fields=["until_on"])
    audit.record(by, "organisations.membership_ended", row, until_on=until_on)
