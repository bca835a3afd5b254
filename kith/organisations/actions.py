"""Taking organisations, teams and people into the alliance, and letting people go."""

from collections.abc import Iterable, Mapping
from datetime import date

from kith.kernel import clock
from kith.kernel.ids import AccountId, MembershipId, OrganisationId, SharingAgreementId, TeamId
from kith.kernel.refusal import Refusal
from kith.organisations.events import MembershipEnded, MembershipMoved
from kith.organisations.models import Membership, Organisation, SharingAgreement, Team
from kith.organisations.rules import Duty, OrganisationKind, Role
from kith.platform import access, audit, freshness, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code


@action
def add_organisation(*, by: Actor, name: str, kind: OrganisationKind) -> OrganisationId:
    """Take an organisation into the alliance."""
    access.require(by, Permission.ADMINISTER)
    row = Organisation.objects.create(name=name.strip(), kind=kind)
    audit.record(by, "organisations.organisation_added", row, kind=kind)
    return OrganisationId(row.pk)


@action
def describe_organisation(
    *, by: Actor, organisation_id: OrganisationId, aims: Mapping[str, str], website: str, email: str, phone: str
) -> None:
    """Say what the public may know of an organisation: what it is there for, and how to reach it."""
    access.require(by, Permission.MANAGE_ALLIANCE)
    keep_to_the_code(*aims.values(), website, email)
    row = Organisation.objects.select_for_update(no_key=True).filter(pk=organisation_id).first()
    if row is None:
        raise NotFound("organisation")
    row.aims, row.website, row.email, row.phone = dict(aims), website, email, phone
    row.save(update_fields=["aims", "website", "email", "phone"])
    audit.record(by, "organisations.organisation_described", row)
    freshness.invalidate(Topic.LISTINGS)


@action
def sign_agreement(
    *,
    by: Actor,
    title: Mapping[str, str],
    summary: Mapping[str, str],
    between: Iterable[OrganisationId],
    signed_on: date,
    review_due_on: date,
) -> SharingAgreementId:
    """Note what organisations have agreed to share; the public reads it until it ends.

    What is signed under the same title on the same day is the same agreement, however often it is sent.
    """
    access.require(by, Permission.MANAGE_ALLIANCE)
    keep_to_the_code(*title.values(), *summary.values())
    said = {"summary": dict(summary), "review_due_on": review_due_on}
    row, is_new = SharingAgreement.objects.get_or_create(
        title=dict(title), signed_on=signed_on, ended_on=None, defaults=said
    )
    if not is_new:
        return SharingAgreementId(row.pk)
    row.organisations.set(between)
    audit.record(by, "organisations.agreement_signed", row)
    freshness.invalidate(Topic.LISTINGS)
    return SharingAgreementId(row.pk)


@action
def end_agreement(*, by: Actor, agreement_id: SharingAgreementId) -> None:
    """Let an agreement end today; ended twice, nothing happens."""
    access.require(by, Permission.MANAGE_ALLIANCE)
    row = SharingAgreement.objects.select_for_update().filter(pk=agreement_id).first()
    if row is None:
        raise NotFound("sharing agreement")
    if row.ended_on:
        return
    row.ended_on = clock.today()
    row.save(update_fields=["ended_on"])
    audit.record(by, "organisations.agreement_ended", row)
    freshness.invalidate(Topic.LISTINGS)


@action
def add_team(*, by: Actor, organisation_id: OrganisationId, name: str) -> TeamId:
    """Give an organisation a team."""
    access.require(by, Permission.ADMINISTER)
    row = Team.objects.create(organisation_id=organisation_id, name=name.strip())
    audit.record(by, "organisations.team_added", row, organisation_id=organisation_id)
    return TeamId(row.pk)


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
    access.require(by, Permission.ADMINISTER)
    _check_team(team_id, organisation_id)
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
    access.require(by, Permission.ADMINISTER)
    row = _locked(membership_id)
    _check_team(team_id, OrganisationId(row.organisation_id))
    wanted = sorted(set(wards))
    if (row.team_id, sorted(row.wards)) == (team_id, wanted):
        return
    row.team_id, row.wards = team_id, wanted
    row.save(update_fields=["team", "wards"])
    audit.record(by, "organisations.membership_moved", row, team_id=team_id, ward_count=len(wanted))
    outbox.append(MembershipMoved(membership_id))


@action
def change_duties(*, by: Actor, membership_id: MembershipId, duties: Iterable[Duty]) -> None:
    """Set what a worker answers for beside their role; holds from their next request on."""
    access.require(by, Permission.ADMINISTER)
    row = _locked(membership_id)
    row.duties = sorted(set(duties))
    row.save(update_fields=["duties"])
    audit.record(by, "organisations.duties_changed", row, duties=row.duties)


@action
def end_membership(*, by: Actor, membership_id: MembershipId, until_on: date) -> None:
    """End a worker's membership with that day; from the next one on they see nothing.

    Rooms with work of theirs hear that it needs another owner at once, or in the evening of a last day still to come.
    """
    access.require(by, Permission.ADMINISTER)
    row = _locked(membership_id)
    if row.until_on == until_on and row.end_announced_at:
        return
    row.until_on, row.end_announced_at = until_on, None
    row.save(update_fields=["until_on", "end_announced_at"])
    audit.record(by, "organisations.membership_ended", row, until_on=until_on)
    if until_on <= clock.today():
        _announce(row)


@action
def announce_ended_memberships(*, by: Actor) -> int:
    """Announce every end that has come and was entered ahead of its day, and say how many. Safe to run twice."""
    access.require(by, Permission.ADMINISTER)
    rows = Membership.objects.filter(until_on__lte=clock.today(), end_announced_at__isnull=True)
    ended = list(rows.select_for_update(skip_locked=True).order_by("pk"))
    for row in ended:
        _announce(row)
        audit.record(by, "organisations.membership_end_announced", row)
    return len(ended)


def lock_membership(membership_id: MembershipId) -> None:
    """Lock a worker's row until the transaction ends, so that their days are decided one decision after another."""
    _locked(membership_id)


def _announce(row: Membership) -> None:
    row.end_announced_at = clock.now()
    row.save(update_fields=["end_announced_at"])
    outbox.append(MembershipEnded(MembershipId(row.pk)))


def _locked(membership_id: MembershipId) -> Membership:
    row = Membership.objects.select_for_update(no_key=True).filter(pk=membership_id).first()
    if row is None:
        raise NotFound("membership")
    return row


def _check_team(team_id: TeamId | None, organisation_id: OrganisationId) -> None:
    if team_id and not Team.objects.filter(pk=team_id, organisation_id=organisation_id).exists():
        raise Refusal("team_of_another_organisation")
