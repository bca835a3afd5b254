"""Taking organisations and teams into the alliance, describing them, and letting them end."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q

from kith.kernel.ids import OrganisationId, TeamId
from kith.kernel.refusal import Refusal
from kith.organisations.models import Organisation, Team
from kith.organisations.rules import OrganisationKind, may_end_organisation
from kith.organisations.scope import require_administering
from kith.platform import access, audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code


@action
def add_organisation(*, by: Actor, name: str, kind: OrganisationKind) -> OrganisationId:
    """Take an organisation into the alliance; a name that another has is refused."""
    access.require(by, Permission.ADMINISTER_PLACE)
    row, is_new = Organisation.objects.get_or_create(name=name.strip(), defaults={"kind": kind})
    if not is_new:
        raise Refusal("organisation_name_taken")
    audit.record(by, "organisations.organisation_added", row, kind=kind)
    return OrganisationId(row.pk)


@action
def describe_organisation(
    *,
    by: Actor,
    organisation_id: OrganisationId,
    aims: Mapping[str, str],
    website: str,
    email: str,
    phone: str,
    interest: Mapping[str, str] | None = None,
    from_on: date | None = None,
) -> None:
    """Say what the public may know of an organisation: what it is for, how to reach it, which interest it declares."""
    access.require(by, Permission.MANAGE_ALLIANCE)
    interest = dict(interest or {})
    keep_to_the_code(*aims.values(), *interest.values(), website, email)
    row = Organisation.objects.select_for_update(no_key=True).filter(pk=organisation_id).first()
    if row is None:
        raise NotFound("organisation")
    if row.until_on and from_on and row.until_on < from_on:
        raise Refusal("organisation_ends_before_it_begins")
    row.aims, row.website, row.email, row.phone = dict(aims), website, email, phone
    row.interest, row.from_on = interest, from_on
    row.save(update_fields=["aims", "website", "email", "phone", "interest", "from_on"])
    audit.record(by, "organisations.organisation_described", row)
    freshness.invalidate(Topic.LISTINGS)


@action
def end_organisation(
    *, by: Actor, organisation_id: OrganisationId, until_on: date, successor_id: OrganisationId | None
) -> None:
    """Let an organisation end with a day, and say which one carries on; no person may work for it after that day."""
    access.require(by, Permission.MANAGE_ALLIANCE)
    row = Organisation.objects.select_for_update().filter(pk=organisation_id).first()
    if row is None:
        raise NotFound("organisation")
    after = row.memberships.filter(Q(until_on=None) | Q(until_on__gt=until_on)).count()
    own = successor_id == organisation_id
    if refusal := may_end_organisation(until_on, from_on=row.from_on, is_own_successor=own, people_after=after):
        raise refusal
    row.until_on, row.successor_id = until_on, successor_id
    row.save(update_fields=["until_on", "successor"])
    audit.record(by, "organisations.organisation_ended", row, successor=successor_id)
    freshness.invalidate(Topic.LISTINGS)


@action
def add_team(*, by: Actor, organisation_id: OrganisationId, name: str) -> TeamId:
    """Give an organisation a team; a name that another of its teams has is refused."""
    require_administering(by, organisation_id)
    row, is_new = Team.objects.get_or_create(organisation_id=organisation_id, name=name.strip())
    if not is_new:
        raise Refusal("team_name_taken")
    audit.record(by, "organisations.team_added", row, organisation_id=organisation_id)
    return TeamId(row.pk)
