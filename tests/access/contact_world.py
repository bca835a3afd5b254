"""Contacts, next steps and notices of the world's families: the midwife has had and owns them all."""

from collections.abc import Mapping
from typing import Any

from kith.care import actions
from kith.care.actions.bulk import NewContact, load_contacts
from kith.care.actions.bulk_steps import NewStep, load_steps
from kith.care.models import Contact, NextStep
from kith.care.rules import ContactEntry, ContactKind, HowWeTalked, NoticeKind, Talk
from kith.families.rules import NewFamily
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.platform.access import system_actor

BY = system_actor("tests")


def addresses(families: Mapping[str, NewFamily], midwife: MembershipId) -> dict[str, dict[str, Any]]:
    """For each relation the ids that addresses ask for."""
    return {relation: _ids(family, midwife) for relation, family in families.items()}


def _ids(family: NewFamily, midwife: MembershipId) -> dict[str, Any]:
    entry = ContactEntry(
        kind=ContactKind.PHONE,
        at=clock.now(),
        talk=Talk(HowWeTalked.ENGLISH),
        minutes=5,
        baby_ids=frozenset({family.babies[0].id}),
    )
    load_contacts(by=BY, contacts=[NewContact(family.id, midwife, entry)])
    load_steps(by=BY, steps=[NewStep(family.id, midwife, "Call", clock.today(), clock.now())])
    return {
        "contact_id": Contact.objects.get(family_id=family.id).pk,
        "step_id": NextStep.objects.get(family_id=family.id).pk,
        "notice_id": actions.raise_notice(
            by=BY, kind=NoticeKind.STEP_LATE, to=midwife, family_id=family.id, dedupe_key=f"world-{family.id}"
        ),
    }
