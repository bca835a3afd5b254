"""Giving and withdrawing consent. Withdrawn, it closes the record at the next request."""

from datetime import date

from django.db import transaction

from kith.families import events
from kith.families.actions.holding import hold_family
from kith.families.actions.rows import consent_row
from kith.families.models import Consent
from kith.families.rules import NewConsent, Purpose
from kith.kernel import clock
from kith.kernel.ids import ConsentId, FamilyId, OrganisationId
from kith.platform import access, audit, outbox
from kith.platform.access import Actor, Permission


@transaction.atomic
def give_consent(
    *,
    by: Actor,
    family_id: FamilyId,
    organisation_id: OrganisationId,
    purpose: Purpose,
    language: str,
    until: date | None = None,
    with_interpreter: bool = False,
) -> ConsentId:
    """Let the organisation use the family's record for this purpose; given twice it still is one consent."""
    access.require(by, Permission.GIVE_CONSENT, family_id=family_id)
    hold_family(family_id)
    now = clock.now()
    held = Consent.objects.open().filter(family_id=family_id, organisation_id=organisation_id, purpose=purpose).first()
    if held and held.until_on == until and (until is None or until >= clock.today()):
        return ConsentId(held.pk)
    if held:
        held.renewed_at = now
        held.save(update_fields=["renewed_at"])
    row = consent_row(
        family_id,
        NewConsent(
            organisation_id=organisation_id,
            purpose=purpose,
            language=language,
            with_interpreter=with_interpreter,
            until_on=until,
        ),
        now,
    )
    row.save(force_insert=True)
    audit.record(
        by, "families.consent_given", row, family_id=family_id, organisation_id=organisation_id, purpose=purpose
    )
    return ConsentId(row.pk)


@transaction.atomic
def withdraw_consent(*, by: Actor, family_id: FamilyId, consent_id: ConsentId) -> None:
    """Take the family's word back; withdrawn twice it still was withdrawn the first time."""
    access.require(by, Permission.GIVE_CONSENT, family_id=family_id)
    hold_family(family_id)
    row = Consent.objects.filter(pk=consent_id, family_id=family_id).first()
    if row is None:
        raise access.NotFound("consent")
    if row.withdrawn_at or row.renewed_at:
        return
    row.withdrawn_at = clock.now()
    row.save(update_fields=["withdrawn_at"])
    audit.record(
        by,
        "families.consent_withdrawn",
        row,
        family_id=family_id,
        organisation_id=row.organisation_id,
        purpose=row.purpose,
    )
    outbox.append(
        events.ConsentWithdrawn(
            family_id=family_id, organisation_id=OrganisationId(row.organisation_id), purpose=row.purpose
        )
    )
