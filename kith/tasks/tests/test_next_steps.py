"""Next steps never lose their owner, and notices never get lost."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from kith.kernel import clock
from kith.kernel.ids import FamilyId, NextStepId, new_uuid
from kith.kernel.refusal import Refusal
from kith.organisations.actions.people import end_membership
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.tasks.actions.next_steps import add_next_step, drop_step, finish_step, hand_on_step
from kith.tasks.actions.notices import mark_notice_seen, raise_notice
from kith.tasks.models.next_steps import NextStep
from kith.tasks.models.notices import Notice
from kith.tasks.rules.next_steps import DropReason
from kith.tasks.rules.notices import NoticeKind
from testing.people import KITH, a_family, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def grace(db) -> Viewer:
    return worker()


def family_of(viewer: Viewer) -> FamilyId:
    (own,) = viewer.organisation_ids
    return a_family(own)


def colleague(viewer: Viewer) -> Viewer:
    (own,) = viewer.organisation_ids
    return worker(at=own, name="Noor Ali")


def add(by: Viewer, family_id: FamilyId, *, owner: Viewer | None = None, days: int = 2, **more) -> NextStepId:
    return add_next_step(
        by=by,
        family_id=family_id,
        what="Call about the pump",
        due_on=clock.today() + timedelta(days=days),
        owner=(owner or by).membership_id,
        **more,
    )


def test_sent_twice_it_is_one_step(grace):
    family_id, key = family_of(grace), new_uuid()
    assert add(grace, family_id, request_key=key) == add(grace, family_id, request_key=key)


def test_a_step_for_somebody_else_is_told_to_her_and_her_own_is_not(grace):
    family_id, noor = family_of(grace), colleague(grace)
    add(grace, family_id)
    assert not Notice.objects.exists()
    add(grace, family_id, owner=noor)
    notice = Notice.objects.get()
    assert (notice.membership_id, notice.kind) == (noor.membership_id, NoticeKind.STEP_HANDED_ON)


def test_handing_on_ends_one_row_and_begins_another_with_the_same_day(grace):
    family_id, noor = family_of(grace), colleague(grace)
    old = add(grace, family_id)
    new = hand_on_step(by=grace, step_id=old, to=noor.membership_id)
    before, after = NextStep.objects.get(pk=old), NextStep.objects.get(pk=new)
    assert (before.ended_as, after.owner_id, after.due_on) == ("handed_on", noor.membership_id, before.due_on)
    assert after.handed_from_id == before.pk
    assert Notice.objects.get().facts == {"step_id": new, "from_membership_id": grace.membership_id}


def test_a_step_ends_once_as_done_or_dropped(grace):
    family_id = family_of(grace)
    step_id = add(grace, family_id)
    for _ in range(2):
        finish_step(by=grace, step_id=step_id)
    with pytest.raises(Refusal, match="step_is_over"):
        drop_step(by=grace, step_id=step_id, reason=DropReason.NOT_WANTED)


def test_nobody_is_given_a_step_whose_organisation_may_not_open_the_record(grace):
    with pytest.raises(Refusal, match="owner_may_not_open"):
        add(grace, family_of(grace), owner=worker())


def test_nobody_is_given_a_step_who_has_left(grace):
    noor = colleague(grace)
    end_membership(by=KITH, membership_id=noor.membership_id, until_on=clock.today() - timedelta(days=0))
    family_id = family_of(grace)
    add(grace, family_id, owner=noor)
    with clock.use(clock.FixedClock(clock.now() + timedelta(days=1))), pytest.raises(Refusal, match="owner_has_left"):
        add(grace, family_id, owner=noor)


def test_the_database_keeps_every_open_step_owned_and_every_end_whole(grace):
    step_id = add(grace, family_of(grace))
    for wrong in (
        {"owner": None},
        {"what": ""},
        {"ended_at": clock.now()},
        {"ended_as": "done"},
        {"ended_at": clock.now(), "ended_as": "dropped"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            NextStep.objects.filter(pk=step_id).update(**wrong)


def test_only_whom_it_is_for_marks_a_notice_as_seen(grace):
    notice_id = raise_notice(by=KITH, kind=NoticeKind.STEP_LATE, to=grace.membership_id, dedupe_key="one")
    again = raise_notice(by=KITH, kind=NoticeKind.STEP_LATE, to=grace.membership_id, dedupe_key="one")
    assert notice_id == again
    with pytest.raises(NotFound):
        mark_notice_seen(by=colleague(grace), notice_id=notice_id)
    mark_notice_seen(by=grace, notice_id=notice_id)
    assert Notice.objects.get().seen_by_id == grace.membership_id
