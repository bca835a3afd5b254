"""What other rooms, and their triggers, ask: whether a person is trained."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from kith.education.actions.competences import Observed, sign_competence
from kith.education.actions.qualifying import take_back_qualification
from kith.education.actions.recording import Attended, note_training
from kith.education.models.qualifications import Competence, Qualification
from kith.education.queries.trained import NO_END, may_do, trained_until
from kith.education.rules.codes import Found, QualificationId, TakenBack
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.kernel.training import Training
from kith.organisations.rules import Role
from testing.people import KITH, worker
from testing.training import trained

pytestmark = pytest.mark.django_db
PUMPS = Training.PUMP_ISSUING


def test_attendance_alone_is_not_enough_where_a_signed_competence_is_asked():
    midwife = worker(Role.MIDWIFE)
    on = clock.today() - timedelta(days=30)
    note_training(by=KITH, attended=Attended(midwife.membership_id, PUMPS, on, "Maker"))
    assert not may_do(midwife.membership_id, PUMPS)
    trained(midwife, PUMPS, on=on)
    assert may_do(midwife.membership_id, PUMPS)
    assert may_do(midwife.membership_id, PUMPS, on)
    assert not may_do(midwife.membership_id, PUMPS, on - timedelta(days=1))
    until = trained_until(midwife.membership_id, PUMPS)
    assert until
    assert not may_do(midwife.membership_id, PUMPS, until + timedelta(days=1))
    assert trained_until(midwife.membership_id, Training.ORIENTATION) is None
    trained(midwife, Training.ORIENTATION)
    assert trained_until(midwife.membership_id, Training.ORIENTATION) == NO_END


def test_who_is_untrained_cannot_sign_and_the_database_says_no_too():
    midwife, lead = worker(Role.MIDWIFE), worker(Role.FEEDING_LEAD)
    seen = Observed(midwife.membership_id, PUMPS, clock.today(), Found.COMPETENT)
    with pytest.raises(Refusal, match="not_trained_to_sign"):
        sign_competence(by=lead, observed=seen, request_key=new_uuid())
    signed = {"membership_id": midwife.membership_id, "training": PUMPS, "observed_on": clock.today()}
    signed |= {"signed_on": clock.today(), "found": Found.COMPETENT, "signed_by_id": lead.membership_id}
    with pytest.raises(DatabaseError, match="not trained to sign"), transaction.atomic():
        Competence.objects.create(**signed, request_key=new_uuid())
    trained(lead, Training.COMPETENCE_ASSESSOR)
    Competence.objects.create(**signed, request_key=new_uuid())


def test_a_mistake_never_counted_and_a_concern_ends_it_today():
    one, other = worker(Role.MIDWIFE), worker(Role.MIDWIFE)
    yesterday = clock.today() - timedelta(days=1)
    for viewer, why in ((one, TakenBack.MISTAKE), (other, TakenBack.CONCERN)):
        trained(viewer, Training.SAFER_SLEEP, on=yesterday)
        row = Qualification.objects.get(membership_id=viewer.membership_id)
        take_back_qualification(by=KITH, qualification_id=QualificationId(row.pk), why=why)
        assert not may_do(viewer.membership_id, Training.SAFER_SLEEP)
        assert may_do(viewer.membership_id, Training.SAFER_SLEEP, yesterday) is (why is TakenBack.CONCERN)


def test_the_function_of_the_database_answers_triggers(django_db_setup):
    midwife = worker(Role.MIDWIFE)
    trained(midwife, Training.SAFEGUARDING, on=date(2026, 1, 5))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT education_may(%s, 'safeguarding', %s), education_may(%s, 'safeguarding', '1999-01-01')",
            [midwife.membership_id, clock.today(), midwife.membership_id],
        )
        assert cursor.fetchone() == (True, False)
