"""Taking organisations and teams into the alliance, and what organisations agree to share."""

from collections.abc import Iterable, Mapping
from datetime import date

from kith.kernel import clock
from kith.kernel.ids import OrganisationId, SharingAgreementId, TeamId
from kith.kernel.refusal import Refusal
from kith.organisations.models import Organisation, SharingAgreement, Team
from kith.organisations.rules import OrganisationKind
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
    """Give an organisation a team; a name that another of its teams has is refused."""
    require_administering(by, organisation_id)
    row, is_new = Team.objects.get_or_create(organisation_id=organisation_id, name=name.strip())
    if not is_new:
        raise Refusal("team_name_taken")
    audit.record(by, "organisations.team_added", row, organisation_id=organisation_id)
    return TeamId(row.pk)
