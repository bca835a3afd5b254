"""Contacts, next steps and notices of the world's families: the midwife has had and owns them all."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from kith.contacts.actions.past import NewContact
from kith.contacts.models.contacts import Contact
from kith.contacts.rules.contacts import ContactEntry, ContactKind, HowWeTalked, Talk
from kith.families.rules.entries import NewFamily
from kith.kernel import clock
from kith.kernel.ids import MembershipId, new_uuid
from kith.organisations.models import Membership
from kith.platform.access.viewer import system_actor
from kith.safeguarding.models.concerns import Concern
from kith.safeguarding.models.safety import LoneVisit
from kith.tasks.actions.notices import raise_notice
from kith.tasks.actions.past import NewStep
from kith.tasks.rules.notices import NoticeKind
from testing.past import load
from testing.tasks import NextStep

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
    step = NewStep(family.id, midwife, "Call", clock.today(), clock.now())
    load(by=BY, entries=[NewContact(family.id, midwife, entry), step])
    row = Membership.objects.get(pk=midwife)
    concern = Concern.objects.create(
        family_id=family.id,
        organisation_id=row.organisation_id,
        raised_by_id=midwife,
        about=["baby"],
        words="A worry",
        is_danger_now=False,
        raised_at=clock.now(),
        request_key=new_uuid(),
        state="raised",
    )
    visit = LoneVisit.objects.create(
        membership_id=midwife,
        buddy_id=Membership.objects.get(role="health-visitor", organisation=row.organisation_id).pk,
        where="Mill Lane",
        began_at=clock.now(),
        expected_at=clock.now() + timedelta(hours=1),
        back_at=clock.now(),
        request_key=new_uuid(),
    )
    return {
        "concern_id": concern.pk,
        "lone_visit_id": visit.pk,
        "contact_id": Contact.objects.get(family_id=family.id).pk,
        "step_id": NextStep.objects.get(family_id=family.id).pk,
        "notice_id": raise_notice(
            by=BY, kind=NoticeKind.STEP_LATE, to=midwife, family_id=family.id, dedupe_key=f"world-{family.id}"
        ),
    }
