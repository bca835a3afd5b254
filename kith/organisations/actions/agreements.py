"""What organisations agree to share: for which purposes, until when; and who is told before it closes."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from kith.kernel import clock
from kith.kernel.ids import OrganisationId, SharingAgreementId
from kith.organisations.models import SharingAgreement
from kith.organisations.rules import SharedFor, may_agree
from kith.platform import access, audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code


@action
def sign_agreement(
    *,
    by: Actor,
    title: Mapping[str, str],
    summary: Mapping[str, str],
    between: Iterable[OrganisationId],
    signed_on: date,
    review_due_on: date,
    purposes: Collection[SharedFor],
    until_on: date | None = None,
) -> SharingAgreementId:
    """Note what organisations have agreed to share, what for and until when; the public reads it until it ends.

    What is signed under the same title on the same day is the same agreement, however often it is sent.
    """
    access.require(by, Permission.MANAGE_ALLIANCE)
    keep_to_the_code(*title.values(), *summary.values())
    if refusal := may_agree(purposes, signed_on=signed_on, until_on=until_on):
        raise refusal
    said = {
        "summary": dict(summary),
        "review_due_on": review_due_on,
        "purposes": sorted({each.value for each in purposes}),
        "until_on": until_on,
    }
    row, is_new = SharingAgreement.objects.get_or_create(
        title=dict(title), signed_on=signed_on, ended_on=None, defaults=said
    )
    if not is_new:
        return SharingAgreementId(row.pk)
    row.organisations.set(between)
    audit.record(by, "organisations.agreement_signed", row, purposes=said["purposes"])
    freshness.invalidate(Topic.LISTINGS)
    return SharingAgreementId(row.pk)


@action
def end_agreement(*, by: Actor, agreement_id: SharingAgreementId) -> None:
    """Let an agreement end today; ended twice, nothing happens. What no other one carries is closed at once."""
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
