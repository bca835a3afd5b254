"""What changes a referral from outside: consent withdrawn, a death, a leaver. Each is safe to run twice."""

from kith.families.actions.locking import lock_family
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.rules.codes import Purpose
from kith.kernel.ids import FamilyId, OrganisationId, TeamId
from kith.organisations.events import MembershipEnded
from kith.organisations.work import Work
from kith.platform.access.viewer import system_actor
from kith.platform.action import action
from kith.referrals.actions.steps import Owner, give_to, take_step
from kith.referrals.models.referrals import Referral, ReferralQuerySet
from kith.referrals.rules.referrals import Move, Party, ReferralReason, ReferralState

BY = system_actor("referrals")


@action
def withdraw_without_consent(event: ConsentWithdrawn) -> None:
    """Withdraw what is open with an organisation that the family no longer lets see it for referrals."""
    if event.purpose != Purpose.REFERRAL:
        return
    lock_family(event.family_id)
    rows = Referral.objects.open().filter(family_id=event.family_id, receiver__organisation_id=event.organisation_id)
    _withdraw(rows.exclude(state=ReferralState.DRAFT), ReferralReason.CONSENT_WITHDRAWN)


@action
def close_for_bereavement(event: FamilyBereaved) -> None:
    """Withdraw all that is open for a family in which a person has died, so that no service calls about it."""
    lock_family(event.family_id)
    _withdraw(Referral.objects.open().filter(family_id=event.family_id), ReferralReason.BEREAVEMENT)


@action
def release_for_leaver(event: MembershipEnded) -> None:
    """Give back to the organisation what a leaver has in hand; its clocks run on and reach the managers."""
    held = Referral.objects.open().filter(owner_membership_id=event.membership_id)
    for referral_id, family_id in list(held.values_list("pk", "family_id")):
        lock_family(FamilyId(family_id))
        row = Referral.objects.select_related("receiver").get(pk=referral_id)
        if row.owner_membership_id == event.membership_id and row.owner_organisation_id:
            team_id = TeamId(row.owner_team_id) if row.owner_team_id else None
            owner = Owner(OrganisationId(row.owner_organisation_id), team_id)
            give_to(BY, row, owner, reason=ReferralReason.PERSON_LEFT)


def _withdraw(rows: ReferralQuerySet, reason: ReferralReason) -> None:
    for row in rows.select_related("receiver").order_by("begun_at", "pk"):
        take_step(BY, row, Move(ReferralState.WITHDRAWN, reason), party=Party.SYSTEM)


WORK = Work(
    "referral",
    lambda: Referral.objects.open().filter(owner_membership__isnull=False),
    "owner_membership_id",
    release=release_for_leaver,
)
