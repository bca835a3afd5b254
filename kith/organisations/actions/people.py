"""The work of people in their organisations: begun, moved, changed and ended."""

from collections.abc import Iterable
from datetime import date

from kith.kernel import clock
from kith.kernel.ids import AccountId, MembershipId, OrganisationId, TeamId
from kith.kernel.refusal import Refusal
from kith.organisations.events import MembershipEnded, MembershipMoved
from kith.organisations.models import Membership, Team
from kith.organisations.roles import ROLES
from kith.organisations.rules import Duty, Role, may_act_on, may_change_role, may_grant, may_work
from kith.organisations.scope import is_of_the_place, require_administering
from kith.platform import access, audit, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def add_membership(
    *,
    by: Actor,
    account_id: AccountId,
    organisation_id: OrganisationId,
    role: Role,
    name: str,
    team_id: TeamId | None = None,
    languages: Iterable[str] = ("en",),
    wards: Iterable[str] = (),
    duties: Iterable[Duty] = (),
    from_on: date | None = None,
) -> MembershipId:
    """Let the account work for an organisation in this role, from today or another day; no wards means all."""
    require_administering(by, organisation_id)
    if refusal := may_grant(role, is_of_the_place=is_of_the_place(by)):
        raise refusal
    check_team(team_id, organisation_id)
    row = Membership.objects.create(
        account_id=account_id,
        organisation_id=organisation_id,
        team_id=team_id,
        role=role,
        name=name.strip(),
        languages=list(languages),
        wards=list(wards),
        duties=sorted(duties),
        from_on=from_on or clock.today(),
    )
    audit.record(by, "organisations.membership_added", row, role=role, organisation_id=organisation_id)
    return MembershipId(row.pk)


@action
def move_membership(
    *, by: Actor, membership_id: MembershipId, team_id: TeamId | None, wards: Iterable[str] = ()
) -> None:
    """Let a worker work in another team or for other wards; moved to where they are already, nothing happens."""
    row = administered(by, membership_id)
    check_team(team_id, OrganisationId(row.organisation_id))
    wanted = sorted(set(wards))
    if (row.team_id, sorted(row.wards)) == (team_id, wanted):
        return
    row.team_id, row.wards = team_id, wanted
    row.save(update_fields=["team", "wards"])
    audit.record(by, "organisations.membership_moved", row, team_id=team_id, ward_count=len(wanted))
    outbox.append(MembershipMoved(membership_id))


@action
def change_role(*, by: Actor, membership_id: MembershipId, role: Role) -> None:
    """Let a worker work as something else from their next request on; never oneself, and never away from families."""
    row = administered(by, membership_id)
    if role == row.role:
        return
    refusal = (
        may_act_on(membership_id, by=by.membership_id)
        or may_grant(role, is_of_the_place=is_of_the_place(by))
        or may_change_role(Role(row.role), role, cares=_cares)
    )
    if refusal:
        raise refusal
    before, row.role = row.role, role
    row.save(update_fields=["role"])
    audit.record(by, "organisations.role_changed", row, before=before, role=role)


@action
def change_person(
    *, by: Actor, membership_id: MembershipId, role: Role, team_id: TeamId | None, duties: Iterable[Duty]
) -> None:
    """Change what a worker works as, in which team, and what they answer for: all of it or nothing."""
    row = administered(by, membership_id)
    change_role(by=by, membership_id=membership_id, role=role)
    move_membership(by=by, membership_id=membership_id, team_id=team_id, wards=row.wards)
    if sorted(row.duties) != sorted(set(duties)):
        change_duties(by=by, membership_id=membership_id, duties=duties)


@action
def change_duties(*, by: Actor, membership_id: MembershipId, duties: Iterable[Duty]) -> None:
    """Set what a worker answers for beside their role; holds from their next request on."""
    row = administered(by, membership_id)
    row.duties = sorted(set(duties))
    row.save(update_fields=["duties"])
    audit.record(by, "organisations.duties_changed", row, duties=row.duties)


@action
def end_membership(*, by: Actor, membership_id: MembershipId, until_on: date) -> None:
    """End a worker's membership with that day; from the next one on they see nothing.

    Rooms with work of theirs hear that it needs another owner at once, or in the evening of a last day still to come.
    """
    row = administered(by, membership_id)
    if refusal := may_act_on(membership_id, by=by.membership_id) or may_work(row.from_on, until_on):
        raise refusal
    if row.until_on == until_on and row.end_announced_at:
        return
    row.until_on, row.end_announced_at = until_on, None
    row.save(update_fields=["until_on", "end_announced_at"])
    audit.record(by, "organisations.membership_ended", row, until_on=until_on)
    if until_on <= clock.today():
        announce_end(row)


@action
def announce_ended_memberships(*, by: Actor) -> int:
    """Announce every end that has come and was entered ahead of its day, and say how many. Safe to run twice."""
    access.require(by, Permission.ADMINISTER)
    rows = Membership.objects.filter(until_on__lte=clock.today(), end_announced_at__isnull=True)
    ended = list(rows.select_for_update(skip_locked=True).order_by("pk"))
    for row in ended:
        announce_end(row)
        audit.record(by, "organisations.membership_end_announced", row)
    return len(ended)


def lock_membership(membership_id: MembershipId) -> None:
    """Lock a worker's row until the transaction ends, so that their days are decided one decision after another."""
    _locked(membership_id)


def announce_end(row: Membership) -> None:
    """Announce that what the worker owns needs another owner."""
    row.end_announced_at = clock.now()
    row.save(update_fields=["end_announced_at"])
    outbox.append(MembershipEnded(MembershipId(row.pk)))


def administered(by: Actor, membership_id: MembershipId) -> Membership:
    """A worker's row, locked; NotFound where it is not the actor's to administer."""
    row = _locked(membership_id)
    require_administering(by, OrganisationId(row.organisation_id))
    if refusal := may_grant(Role(row.role), is_of_the_place=is_of_the_place(by)):
        raise refusal
    return row


def _cares(role: Role) -> bool:
    return Permission.SEE_FAMILY in ROLES[role].permissions


def _locked(membership_id: MembershipId) -> Membership:
    row = Membership.objects.select_for_update(no_key=True).filter(pk=membership_id).first()
    if row is None:
        raise NotFound("membership")
    return row


def check_team(team_id: TeamId | None, organisation_id: OrganisationId) -> None:
    """Refuse a team that is not the organisation's own."""
    if team_id and not Team.objects.filter(pk=team_id, organisation_id=organisation_id).exists():
        raise Refusal("team_of_another_organisation")
