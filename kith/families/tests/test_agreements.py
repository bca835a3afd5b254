"""An agreement that has ended closes what it opened: for the gate, for lists, and for the second wall."""

from datetime import timedelta

import pytest
from django.db import connection

from kith.families.models.family import Family
from kith.families.queries.reach import consent_held, may_open, may_organisation_open
from kith.families.rules.codes import Purpose
from kith.kernel import clock as kernel_clock
from kith.kernel.ids import FamilyId, OrganisationId, SharingAgreementId
from kith.organisations.actions.agreements import end_agreement, sign_agreement
from kith.organisations.rules import SharedFor
from kith.platform import access
from kith.platform.access.viewer import Viewer
from kith.walls.saying import seen_by
from testing.people import KITH, a_family, worker

pytestmark = pytest.mark.django_db


def signed(*between: OrganisationId, until: int | None = None, title: str = "One record") -> SharingAgreementId:
    today = kernel_clock.today()
    return sign_agreement(
        by=KITH,
        title={"en": title},
        summary={},
        between=between,
        signed_on=today - timedelta(days=5),
        review_due_on=today + timedelta(days=300),
        purposes=[SharedFor.CARE],
        until_on=None if until is None else today + timedelta(days=until),
    )


def opens(viewer: Viewer, family_id: FamilyId) -> set[bool]:
    """What the gate says, each way in which it is asked; they must agree."""
    (own,) = viewer.organisation_ids
    listed = access.visible(viewer, Family.objects.filter(pk=family_id)).exists()
    with seen_by(viewer), connection.cursor() as cursor:
        cursor.execute("SELECT kith_sees_family(%s)", [family_id])
        (wall,) = cursor.fetchone()
    held = consent_held(family_id, own, Purpose.CARE) is not None
    return {may_open(viewer, family_id), may_organisation_open(own, family_id), listed, wall, held}


def test_the_purposes_of_agreements_are_those_of_consents() -> None:
    assert [each.value for each in SharedFor] == [each.value for each in Purpose]


def test_without_any_agreement_consent_alone_opens_the_record() -> None:
    grace = worker()
    assert opens(grace, a_family(*grace.organisation_ids)) == {True}


def test_an_agreement_that_is_ended_closes_the_record_and_another_one_opens_it() -> None:
    grace = worker()
    (own,) = grace.organisation_ids
    family_id = a_family(own)
    agreement_id = signed(own)
    assert opens(grace, family_id) == {True}
    end_agreement(by=KITH, agreement_id=agreement_id)
    assert opens(grace, family_id) == {False}
    signed(own, title="One record again")
    assert opens(grace, family_id) == {True}


def test_an_agreement_closes_by_itself_after_its_last_day(clock) -> None:
    grace, other = worker(), worker()
    (own,), (theirs,) = grace.organisation_ids, other.organisation_ids
    family_id = a_family(own, theirs)
    signed(own, until=10)
    clock.advance(days=10)
    assert opens(grace, family_id) == {True}
    clock.advance(days=1)
    assert opens(grace, family_id) == {False}
    assert opens(other, family_id) == {True}  # no agreement has ever named it
