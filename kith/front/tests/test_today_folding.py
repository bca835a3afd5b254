"""A long day on a phone: counted and folded, and nothing that is overdue or presses is ever folded away."""

from datetime import timedelta

import pytest
from django.test import Client

from kith.caseloads.actions.leading import take_lead
from kith.caseloads.rules.notices import NoticeKind
from kith.safeguarding.rules.notices import NoticeKind as SafeguardingKind
from kith.tasks.actions.next_steps import add_next_step
from kith.tasks.actions.notices import raise_notice
from kith.tasks.queries.notices import MOST_NOTICES, unseen_notices
from testing.people import KITH, a_family, account_of, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def grace(db):
    return worker()


def page_of(viewer):
    client = Client()
    client.force_login(account_of(viewer))
    return client.get("/desk/today/").content.decode()


def section(page, name):
    return page.partition(f'aria-labelledby="{name}"')[2].partition("</section>")[0]


def steps(viewer, clock, *, late, early):
    """So many next steps that will be overdue tomorrow week, and so many that will not."""
    (own,) = viewer.organisation_ids
    family_id = a_family(own)
    take_lead(by=viewer, family_id=family_id)
    today = clock.now().date()
    for number in range(late + early):
        kind, days = ("Late", 1) if number < late else ("Early", 30)
        add_next_step(
            by=viewer,
            family_id=family_id,
            what=f"{kind} step {number}",
            due_on=today + timedelta(days=days),
            owner=viewer.membership_id,
        )
    clock.advance(days=8)


def test_what_is_overdue_stands_open_however_many_and_the_rest_is_folded_under_its_number(grace, clock):
    steps(grace, clock, late=8, early=4)
    shown = section(page_of(grace), "next-steps")
    open_part, _, folded = shown.partition("<details")
    assert 'kith-beside">12<' in open_part
    assert open_part.count("Late step") >= 8
    assert "Late step" not in folded
    assert "Early step" not in open_part
    assert "Show 4 more" in folded


def test_a_short_day_is_not_folded_nor_is_a_single_row(grace, clock):
    steps(grace, clock, late=0, early=6)
    assert "<details" not in section(page_of(grace), "next-steps")


def test_a_notice_that_presses_is_first_and_open_even_when_many_newer_ones_came(grace, clock):
    raise_notice(by=KITH, kind=SafeguardingKind.CONCERN_RAISED, dedupe_key="first", to=grace.membership_id)
    for number in range(MOST_NOTICES + 5):
        clock.advance(minutes=1)
        raise_notice(by=KITH, kind=NoticeKind.HANDOVER_DECLINED, dedupe_key=f"n{number}", to=grace.membership_id)
    found = unseen_notices(grace)
    assert (found.rows[0].kind, found.has_more) == (SafeguardingKind.CONCERN_RAISED, True)
    shown = section(page_of(grace), "notices")
    open_part, _, folded = shown.partition("<details")
    assert "safeguarding concern waits" in open_part
    assert 'kith-beside">30+<' in open_part
    assert "Show 29 notices" in folded


def test_feeding_that_is_due_today_or_late_is_not_folded(grace):
    (own,) = grace.organisation_ids
    for weeks_old, count in ((8, 3), (9, 5), (7, 5)):
        for number in range(count):
            family_id = a_family(own, weeks_old=weeks_old, name=f"Weeks{weeks_old} {number}")
            take_lead(by=grace, family_id=family_id)
    page = page_of(grace)
    shown = section(page, "due")
    open_part, _, folded = shown.partition("<details")
    assert section(page, "the-day").count("Weeks8") >= 3
    assert open_part.count("Weeks9") >= 5
    assert "Weeks7" not in open_part
    assert "Show 5 more" in folded
