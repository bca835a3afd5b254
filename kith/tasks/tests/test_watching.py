"""Nothing that is due gets lost: late steps, leavers, a death, a withdrawn consent."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kith.families.actions.consenting import give_consent, withdraw_consent
from kith.families.events import FamilyBereaved
from kith.families.queries.page import family_page
from kith.kernel import clock as kernel_clock
from kith.kernel.ids import BereavementId
from kith.organisations.actions.people import change_duties, end_membership
from kith.organisations.rules import Duty, Role
from kith.platform.access.viewer import Viewer
from kith.tasks.actions.notices import raise_notice
from kith.tasks.actions.watching import close_steps_for_bereavement, escalate_notices_of_leavers, tell_of_late_steps
from kith.tasks.models.next_steps import NextStep
from kith.tasks.models.notices import Notice
from kith.tasks.queries.notices import unseen_notices
from kith.tasks.rules.notices import NoticeKind
from kith.tasks.tests.test_next_steps import add, colleague, family_of
from kith.tasks.views.lines import notice_line
from testing.people import KITH, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def grace(db) -> Viewer:
    return worker()


def manager_of(viewer: Viewer, role: Role = Role.COORDINATOR) -> Viewer:
    (own,) = viewer.organisation_ids
    somebody = worker(role, at=own, name="Helen Marlowe")
    change_duties(by=KITH, membership_id=somebody.membership_id, duties=[Duty.MANAGER])
    return somebody


def test_a_step_late_by_days_is_told_to_the_manager_once(grace, clock):
    manager = manager_of(grace)
    step_id = add(grace, family_of(grace), days=1)
    clock.advance(days=3)
    assert tell_of_late_steps(by=KITH) == 0
    clock.advance(days=1)
    for _ in range(2):
        assert tell_of_late_steps(by=KITH) == 1
    notice = Notice.objects.get()
    assert (notice.membership_id, notice.kind) == (manager.membership_id, NoticeKind.STEP_LATE)
    assert notice.facts == {"step_id": step_id, "membership_id": grace.membership_id}


def test_a_manager_is_not_told_of_herself_and_without_one_the_administrators_are(grace, clock):
    (own,) = grace.organisation_ids
    change_duties(by=KITH, membership_id=grace.membership_id, duties=[Duty.MANAGER])
    add(grace, family_of(grace), days=0)
    add(worker(at=own), family_of(grace), days=0)
    clock.advance(days=5)
    tell_of_late_steps(by=KITH)
    assert [notice.membership_id for notice in Notice.objects.all()] == [grace.membership_id]


def test_what_a_leaver_has_not_seen_goes_to_the_manager_once(grace, clock):
    manager, noor = manager_of(grace), colleague(grace)
    add(grace, family_of(grace), owner=noor)
    assert escalate_notices_of_leavers(by=KITH) == 0
    end_membership(by=KITH, membership_id=noor.membership_id, until_on=kernel_clock.today())
    clock.advance(days=1)
    assert [escalate_notices_of_leavers(by=KITH) for _ in range(2)] == [1, 0]
    unseen = Notice.objects.unseen().get()
    assert (unseen.membership_id, unseen.kind) == (manager.membership_id, NoticeKind.NOTICE_OF_LEAVER)


def test_a_death_ends_every_step_but_one_call(grace):
    family_id = family_of(grace)
    for _ in range(3):
        add(grace, family_id)
    event = FamilyBereaved(family_id, BereavementId(7), grace.membership_id, kernel_clock.today() + timedelta(days=1))
    for _ in range(2):
        close_steps_for_bereavement(event)
    (call,) = NextStep.objects.open()
    assert (call.kind, call.owner_id, call.due_on) == ("bereavement_call", grace.membership_id, event.call_by)
    assert set(NextStep.objects.exclude(pk=call.pk).values_list("ended_as", flat=True)) == {"bereaved"}


def test_a_withdrawn_consent_ends_the_steps_of_that_organisation_only(grace, run_jobs):
    other = worker()
    (own,), (theirs,) = grace.organisation_ids, other.organisation_ids
    family_id = family_of(grace)
    give_consent(by=KITH, family_id=family_id, organisation_id=theirs, purpose="care", language="en")
    add(grace, family_id)
    stays = add(other, family_id)
    consent = next(row for row in family_page(KITH, family_id).consents if row.organisation_id == own)
    withdraw_consent(by=KITH, family_id=family_id, consent_id=consent.id)
    run_jobs()
    assert [row.pk for row in NextStep.objects.open()] == [stays]
    assert NextStep.objects.exclude(pk=stays).get().ended_as == "consent_withdrawn"


def test_a_notice_leads_to_its_page_only_where_the_viewer_may_open_it(grace):
    admin = worker(Role.PLACE_ADMIN)
    for each in (grace, admin):
        raise_notice(
            by=KITH, kind=NoticeKind.AUDIT_BROKEN, to=each.membership_id, dedupe_key=f"audit-{each.membership_id}"
        )
    assert [notice_line(each, unseen_notices(each).rows[0]).address for each in (grace, admin)] == [
        "",
        reverse("audit"),
    ]
