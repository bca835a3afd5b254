"""Rows of the tables, made of what was handed in; the same for one family and for a hundred thousand."""

from collections.abc import Iterator
from datetime import datetime

from kith.families.models.consent import Consent
from kith.families.models.family import Address, Family
from kith.families.models.living import CrisisFlag, HouseholdMember
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.rules.entries import NewAddress, NewBaby, NewConsent, NewFamily, NewParent, NewPregnancy
from kith.families.rules.sounds import plain_letters
from kith.kernel import clock
from kith.kernel.ids import FamilyId

Row = Family | Parent | Pregnancy | Baby | Address | Consent | HouseholdMember | CrisisFlag


def rows_of(family: NewFamily, now: datetime) -> Iterator[Row]:
    """Unsaved rows, the family first."""
    registered_at = family.registered_at or now
    yield Family(id=family.id, registered_at=registered_at, came_by=family.came_by)
    for parent in family.parents:
        yield parent_row(family.id, parent)
    for pregnancy in family.pregnancies:
        yield pregnancy_row(family.id, pregnancy)
    for baby in family.babies:
        yield baby_row(family.id, baby, registered_at)
    for address in family.addresses:
        yield address_row(family.id, address, registered_at)
    for consent in family.consents:
        yield consent_row(family.id, consent, registered_at)
    for member in family.household:
        yield HouseholdMember(
            family_id=family.id,
            relation=member.relation,
            given_name=member.given_name.strip(),
            is_under_five=member.is_under_five,
        )
    for crisis in family.crises:
        from_on = crisis.from_on or clock.local(registered_at).date()
        yield CrisisFlag(family_id=family.id, kind=crisis.kind, from_on=from_on, until_on=crisis.until_on)


def pregnancy_row(family_id: FamilyId, pregnancy: NewPregnancy) -> Pregnancy:
    """An unsaved pregnancy."""
    return Pregnancy(
        id=pregnancy.id,
        family_id=family_id,
        due_on=pregnancy.due_on,
        ended_on=pregnancy.ended_on,
        expected_count=pregnancy.expected_count,
        outcome=pregnancy.outcome or "",
    )


def baby_row(family_id: FamilyId, baby: NewBaby, now: datetime) -> Baby:
    """An unsaved baby, written down now; one that came with a family begun before the birth, on its birthday."""
    return Baby(
        id=baby.id,
        family_id=family_id,
        name=baby.name.strip(),
        born_on=baby.born_on,
        written_on=max(baby.born_on, clock.local(now).date()),
        birth_weight_g=baby.birth_weight_g,
        gestation_days=baby.gestation_days,
        pregnancy_id=baby.pregnancy_id,
        birth_time=baby.birth_time,
        birth_place=baby.birth_place or "",
        nhs_number=baby.nhs_number,
    )


def consent_row(family_id: FamilyId, consent: NewConsent, now: datetime) -> Consent:
    """An unsaved consent, granted now unless it says when."""
    return Consent(
        id=consent.id,
        family_id=family_id,
        organisation_id=consent.organisation_id,
        purpose=consent.purpose,
        language=consent.language,
        interpreted_by=consent.interpreted_by,
        how=consent.how,
        granted_at=consent.granted_at or now,
        until_on=consent.until_on,
    )


def parent_row(family_id: FamilyId, parent: NewParent) -> Parent:
    """An unsaved parent or carer."""
    return Parent(
        id=parent.id,
        family_id=family_id,
        account_id=parent.account_id,
        given_name=parent.given_name.strip(),
        family_name=parent.family_name.strip(),
        born_on=parent.born_on,
        phone=parent.phone,
        email=parent.email.strip().lower(),
        speaks=parent.speaks,
        reads=parent.reads,
        interpreter_need=parent.interpreter_need,
        ethnicity=parent.ethnicity,
        is_main=parent.is_main,
        relation=parent.relation,
        nhs_number=parent.nhs_number,
        access_needs=sorted(parent.access_needs),
        access_words=parent.access_words.strip(),
        unsafe_channels=sorted(parent.safe_contact.unsafe_channels),
        may_leave_voicemail=parent.safe_contact.may_leave_voicemail,
        safe_times=parent.safe_contact.safe_times.strip(),
        code_word=parent.safe_contact.code_word.strip(),
        heard_as=plain_letters(f"{parent.given_name} {parent.family_name}"),
    )


def address_row(family_id: FamilyId, address: NewAddress, registered_at: datetime) -> Address:
    """An unsaved address, from the day of registering unless it says when."""
    return Address(
        family_id=family_id,
        street=address.street.strip(),
        postcode=address.postcode,
        ward_code=address.ward_code,
        lsoa_code=address.lsoa_code,
        deprivation_decile=address.deprivation_decile,
        deprivation_edition=address.deprivation_edition,
        is_temporary=address.is_temporary,
        from_on=address.from_on or clock.local(registered_at).date(),
    )
