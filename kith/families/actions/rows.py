"""Rows of the tables, made of what was handed in; the same for one family and for a hundred thousand."""

from collections.abc import Iterator
from datetime import datetime

from kith.families.models import Address, Baby, Consent, Family, Parent, Pregnancy
from kith.families.rules import NewAddress, NewBaby, NewConsent, NewFamily, NewParent
from kith.kernel import clock
from kith.kernel.ids import FamilyId


def rows_of(family: NewFamily, now: datetime) -> Iterator[Family | Parent | Pregnancy | Baby | Address | Consent]:
    """Unsaved rows, the family first."""
    registered_at = family.registered_at or now
    yield Family(id=family.id, registered_at=registered_at, came_by=family.came_by)
    for parent in family.parents:
        yield _parent(family.id, parent)
    for pregnancy in family.pregnancies:
        yield Pregnancy(
            id=pregnancy.id,
            family_id=family.id,
            due_on=pregnancy.due_on,
            ended_on=pregnancy.ended_on,
            outcome=pregnancy.outcome or "",
        )
    for baby in family.babies:
        yield baby_row(family.id, baby, registered_at)
    for address in family.addresses:
        yield _address(family.id, address, registered_at)
    for consent in family.consents:
        yield consent_row(family.id, consent, registered_at)


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
    )


def consent_row(family_id: FamilyId, consent: NewConsent, now: datetime) -> Consent:
    """An unsaved consent, granted now unless it says when."""
    return Consent(
        id=consent.id,
        family_id=family_id,
        organisation_id=consent.organisation_id,
        purpose=consent.purpose,
        language=consent.language,
        with_interpreter=consent.with_interpreter,
        granted_at=consent.granted_at or now,
        until_on=consent.until_on,
    )


def _parent(family_id: FamilyId, parent: NewParent) -> Parent:
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
    )


def _address(family_id: FamilyId, address: NewAddress, registered_at: datetime) -> Address:
    return Address(
        family_id=family_id,
        postcode=address.postcode,
        ward_code=address.ward_code,
        lsoa_code=address.lsoa_code,
        deprivation_decile=address.deprivation_decile,
        deprivation_edition=address.deprivation_edition,
        is_temporary=address.is_temporary,
        from_on=address.from_on or clock.local(registered_at).date(),
    )
