"""Rows of the tables, made of what was handed in; the same for one family and for a hundred thousand."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kith.families.models.consent import Consent
from kith.families.models.family import Address, Family
from kith.families.models.living import CrisisFlag, HouseholdMember
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.rules.entries import (
    NewAddress,
    NewBaby,
    NewConsent,
    NewFamily,
    NewHouseholdMember,
    NewParent,
    NewPregnancy,
    SafeContact,
)
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.methods.names import plain_letters, sound_keys

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
        yield household_row(family.id, member)
    for crisis in family.crises:
        from_on = crisis.from_on or clock.local(registered_at).date()
        yield CrisisFlag(family_id=family.id, kind=crisis.kind, from_on=from_on, until_on=crisis.until_on)


def pregnancy_row(family_id: FamilyId, pregnancy: NewPregnancy) -> Pregnancy:
    """An unsaved pregnancy."""
    return Pregnancy(family_id=family_id, **vars(pregnancy) | {"outcome": pregnancy.outcome or ""})


def baby_row(family_id: FamilyId, baby: NewBaby, now: datetime) -> Baby:
    """An unsaved baby, written down now; one that came with a family begun before the birth, on its birthday."""
    written_on = max(baby.born_on, clock.local(now).date())
    said = vars(baby) | {"name": baby.name.strip(), "birth_place": baby.birth_place or ""}
    return Baby(family_id=family_id, written_on=written_on, **said)


def consent_row(family_id: FamilyId, consent: NewConsent, now: datetime) -> Consent:
    """An unsaved consent, granted now unless it says when."""
    return Consent(family_id=family_id, **vars(consent) | {"granted_at": consent.granted_at or now})


def parent_row(family_id: FamilyId, parent: NewParent) -> Parent:
    """An unsaved parent or carer."""
    said = {
        **vars(parent),
        "given_name": parent.given_name.strip(),
        "family_name": parent.family_name.strip(),
        "email": parent.email.strip().lower(),
        "access_needs": sorted(parent.access_needs),
        "access_words": parent.access_words.strip(),
        "heard_as": plain_letters(f"{parent.given_name} {parent.family_name}"),
        "sounds": sound_keys(f"{parent.given_name} {parent.family_name}"),
        **contact_columns(parent.safe_contact),
    }
    del said["safe_contact"]
    return Parent(family_id=family_id, **said)


def contact_columns(contact: SafeContact) -> dict[str, Any]:
    """How a parent is safely reached, by the columns of her row."""
    return {
        "unsafe_channels": sorted(contact.unsafe_channels),
        "may_leave_voicemail": contact.may_leave_voicemail,
        "safe_times": contact.safe_times.strip(),
        "code_word": contact.code_word.strip(),
    }


def household_row(family_id: FamilyId, member: NewHouseholdMember) -> HouseholdMember:
    """An unsaved person who lives with the family."""
    return HouseholdMember(family_id=family_id, **vars(member) | {"given_name": member.given_name.strip()})


def address_row(family_id: FamilyId, address: NewAddress, registered_at: datetime) -> Address:
    """An unsaved address, from the day of registering unless it says when."""
    from_on = address.from_on or clock.local(registered_at).date()
    return Address(family_id=family_id, **vars(address) | {"street": address.street.strip(), "from_on": from_on})
