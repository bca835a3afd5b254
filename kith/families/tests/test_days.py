"""A wrong day of birth, or day due, is put right with a reason; what stood there is kept."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from kith.families.actions.birth import change_pregnancy, record_birth
from kith.families.actions.consenting import give_consent
from kith.families.actions.days import correct_day
from kith.families.actions.deaths import record_bereavement
from kith.families.actions.people import change_parent
from kith.families.actions.registering import register_family
from kith.families.models.days import DayCorrection
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.families.rules.changes import ParentDetails
from kith.families.rules.codes import Purpose
from kith.families.rules.days import BirthKnown, DayOf, DayReason, check_birth_day
from kith.families.rules.entries import NewBaby, NewFamily, NewParent, NewPregnancy
from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import NotFound
from kith.platform.audit.models import AuditEntry
from kith.platform.outbox.models import OutboxEvent
from testing.people import KITH, a_family, account_of, organisation, worker

DAYS = st.integers(-400, 400).map(lambda days: date(2026, 3, 10) + timedelta(days=days))


def ago(**span):
    return clock.today() - timedelta(**span)


@pytest.fixture
def ours(db):
    return organisation()


@pytest.fixture
def visitor(ours):
    return worker(at=ours, name="Grace Obi")


def correct(by, row, day, *, reason=DayReason.SLIP):
    what = DayOf(row._meta.model_name)
    correct_day(by=by, family_id=row.family_id, what=what, of=row.pk, day=day, reason=reason)
    row.refresh_from_db()


def test_a_birth_is_put_right_with_its_pregnancy_and_twice_sent_is_once(ours, visitor):
    family_id = a_family(ours, weeks_old=None)
    change_pregnancy(by=visitor, family_id=family_id, due_on=ago(days=5), expected_count=1)
    record_birth(by=visitor, family_id=family_id, baby=NewBaby(ago(days=2), name="Ioan"))
    baby = Baby.objects.get(family_id=family_id)
    for _ in range(2):
        correct(visitor, baby, ago(days=3), reason=DayReason.DOCUMENT)
    assert baby.born_on == baby.pregnancy.ended_on == ago(days=3)
    row = DayCorrection.objects.get()
    assert (row.before_on, row.after_on, row.reason) == (ago(days=2), ago(days=3), "document")
    assert row.membership_id == visitor.membership_id
    noted = AuditEntry.objects.get(action="families.day_corrected")
    assert noted.facts == {"what": "baby", "reason": "document"}
    assert OutboxEvent.objects.filter(name="families.BirthDayCorrected").count() == 1


def test_of_twins_the_first_ends_the_pregnancy(ours, visitor):
    family_id = a_family(ours, weeks_old=None)
    change_pregnancy(by=visitor, family_id=family_id, due_on=ago(days=5), expected_count=2)
    for name in ("Ana", "Ion"):
        record_birth(by=visitor, family_id=family_id, baby=NewBaby(ago(days=2), name=name))
    correct(visitor, Baby.objects.get(name="Ion"), ago(days=1))
    assert Pregnancy.objects.get().ended_on == ago(days=2)
    correct(visitor, Baby.objects.get(name="Ana"), ago(days=1))
    assert Pregnancy.objects.get().ended_on == ago(days=1)


@pytest.mark.parametrize(
    ("days", "code"), [(-1, "born_in_future"), (1, "born_after_written"), (400, "birth_far_from_due")]
)
def test_a_birth_that_cannot_be_is_refused_and_nothing_changes(ours, visitor, days, code, clock):
    family_id = a_family(ours, weeks_old=None)
    change_pregnancy(by=visitor, family_id=family_id, due_on=ago(days=5), expected_count=1)
    record_birth(by=visitor, family_id=family_id, baby=NewBaby(ago(days=2)))
    clock.advance(days=3)
    with pytest.raises(Refusal, match=code):
        correct(visitor, Baby.objects.get(), ago(days=days))
    assert not DayCorrection.objects.exists()


def test_nobody_is_born_after_her_death(ours, visitor):
    family_id = a_family(ours)
    baby = Baby.objects.get(family_id=family_id)
    new = NewBereavement(Loss.BABY, baby.pk, visitor.membership_id, clock.today(), died_on=ago(days=40))
    record_bereavement(by=visitor, family_id=family_id, new=new)
    with pytest.raises(Refusal, match="born_after_death"):
        correct(visitor, baby, ago(days=39))
    correct(visitor, baby, ago(days=40))


def test_a_parents_day_is_no_longer_overwritten_but_corrected(ours, visitor):
    family_id = a_family(ours, born_on=ago(days=9000))
    parent = Parent.objects.get(family_id=family_id)
    details = ParentDetails("Ana", "Pop", born_on=ago(days=9001), is_main=True)
    with pytest.raises(Refusal, match="correct_the_day"):
        change_parent(by=visitor, family_id=family_id, parent_id=parent.pk, details=details)
    correct(visitor, parent, ago(days=9001), reason=DayReason.TOLD)
    change_parent(by=visitor, family_id=family_id, parent_id=parent.pk, details=details)
    with pytest.raises(Refusal, match="scan_dates_pregnancies"):
        correct(visitor, parent, ago(days=9002), reason=DayReason.SCAN)
    with pytest.raises(Refusal, match="parent_birthday_impossible"):
        correct(visitor, parent, ago(days=-1))


def test_a_due_day_moves_by_a_scan_under_way_and_after_the_birth(ours, visitor):
    family_id = a_family(ours, weeks_old=None)
    change_pregnancy(by=visitor, family_id=family_id, due_on=ago(days=-30), expected_count=1)
    with pytest.raises(Refusal, match="correct_the_day"):
        change_pregnancy(by=visitor, family_id=family_id, due_on=ago(days=-20), expected_count=1)
    pregnancy = Pregnancy.objects.get()
    correct(visitor, pregnancy, ago(days=-20), reason=DayReason.SCAN)
    with pytest.raises(Refusal, match="due_too_far"):
        correct(visitor, pregnancy, ago(days=-400), reason=DayReason.SCAN)
    record_birth(by=visitor, family_id=family_id, baby=NewBaby(clock.today()))
    correct(visitor, pregnancy, ago(days=-25))
    with pytest.raises(Refusal, match="pregnancy_end_impossible"):
        correct(visitor, pregnancy, ago(days=60))


def test_nobody_corrects_beyond_her_reach_or_on_another_record(ours, visitor):
    family_id, other = a_family(ours), a_family(name="Ion Rus")
    with pytest.raises(NotFound):
        correct(visitor, Baby.objects.get(family_id=other), ago(days=60))
    baby = Baby.objects.get(family_id=other)
    with pytest.raises(NotFound):
        correct_day(by=KITH, family_id=family_id, what=DayOf.BABY, of=baby.pk, day=ago(days=60), reason=DayReason.SLIP)


def test_the_page_asks_why_and_the_record_tells_the_history(client, ours, visitor):
    client.force_login(account_of(visitor))
    family_id = a_family(ours)
    baby = Baby.objects.get(family_id=family_id)
    address = reverse("correct-day", args=[family_id, "baby", baby.pk])
    page = client.get(address).content.decode()
    assert "When was the baby born?" in page
    assert "A scan gives another day" not in page
    day = baby.born_on - timedelta(days=1)
    typed = {"day_day": day.day, "day_month": day.month, "day_year": day.year}
    refused = client.post(address, typed)
    assert refused.status_code == 422
    assert "Choose why the day changes" in refused.content.decode()
    late = clock.today() + timedelta(days=2)
    typed_late = {"day_day": late.day, "day_month": late.month, "day_year": late.year, "reason": "slip"}
    assert "cannot lie in the future" in client.post(address, typed_late).content.decode()
    assert client.post(address, typed | {"reason": "document"}).status_code == 302
    shown = client.get(reverse("family-record", args=[family_id])).content.decode()
    for words in ("Days that were corrected", "A document shows the right day", "Grace Obi"):
        assert words in shown
    assert client.get(reverse("correct-day", args=[family_id, "aunt", baby.pk])).status_code == 404


def test_forms_no_longer_ask_for_a_day_that_stands(client, ours, visitor):
    client.force_login(account_of(visitor))
    new = NewFamily((NewParent("Ana", "Pop", born_on=ago(days=9000)),), pregnancies=(NewPregnancy(ago(days=-30)),))
    family_id = register_family(by=KITH, family=new)
    give_consent(by=KITH, family_id=family_id, organisation_id=ours, purpose=Purpose.CARE, language="en")
    parent = Parent.objects.get()
    data = {"given_name": "Ana", "family_name": "Popescu", "relation": "mother", "ethnicity": "99"}
    answer = client.post(reverse("change-parent", args=[family_id, parent.pk]), data)
    assert answer.status_code == 302, answer.content.decode()
    parent.refresh_from_db()
    assert (parent.family_name, parent.born_on) == ("Popescu", ago(days=9000))
    assert client.post(reverse("change-pregnancy", args=[family_id]), {"expected_count": "2"}).status_code == 302
    assert (Pregnancy.objects.get().due_on, Pregnancy.objects.get().expected_count) == (ago(days=-30), 2)


@given(DAYS, DAYS, DAYS, st.none() | DAYS, st.none() | DAYS)
def test_a_day_that_is_let_through_fits_everything_known(day, today, written_on, due_on, died_on):
    known = BirthKnown(due_on, written_on, died_on)
    if check_birth_day(day, known, today=today) is None:
        assert day <= min(today, written_on, died_on or day)
        assert due_on is None or abs((day - due_on).days) <= 301


def test_a_peer_supporter_does_not_correct(ours):
    family_id = a_family(ours)
    with pytest.raises(Exception, match="change_record"):
        correct(worker(Role.PEER_SUPPORTER, at=ours), Baby.objects.get(family_id=family_id), ago(days=60))
