"""How much of a family's contact is with one person, and what may be shown of it."""

from datetime import timedelta

import pytest

from kith.caseloads.actions.leading import take_lead
from kith.caseloads.actions.past import NewLead
from kith.contacts.actions.past import NewContact
from kith.contacts.queries.continuity import Grouping, continuity_of, continuity_over_time
from kith.contacts.rules.contacts import ContactEntry, ContactKind, HowWeTalked, Talk
from kith.families.queries.people import people_of
from kith.kernel import clock as kernel_clock
from kith.organisations.rules import Role
from kith.platform.access import Forbidden, NotFound
from kith.showing.shares import shown_shares
from testing.past import load
from testing.people import KITH, a_family, account_of, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def grace():
    return worker(name="Grace Obi")


@pytest.fixture
def own(grace):
    (own,) = grace.organisation_ids
    return own


def meet(family_id, *people, days_ago=10):
    """One contact with each of these people, a day apart, the last so many days ago."""
    (mother,) = (parent.id for parent in people_of(KITH, family_id).parents)
    now = kernel_clock.now()
    entries = [
        NewContact(
            family_id,
            who.membership_id,
            ContactEntry(
                ContactKind.PHONE,
                now - timedelta(days=days_ago + len(people) - at),
                Talk(HowWeTalked.ENGLISH),
                minutes=10,
                parent_ids=frozenset({mother}),
            ),
        )
        for at, who in enumerate(people)
    ]
    load(by=KITH, entries=entries)


def led_since(by, family_id, days):
    since = kernel_clock.now() - timedelta(days=days)
    load(by=KITH, entries=[NewLead(family_id, by.membership_id, since)])


def test_a_familys_own_continuity_counts_contacts_people_and_the_lead_of_that_day(grace, own):
    rose, mary = worker(at=own, name="Rose Lee"), worker(at=own, name="Mary Ward")
    family_id = a_family(own)
    assert continuity_of(grace, family_id) is None
    led_since(grace, family_id, 12)
    meet(family_id, grace, rose, mary, grace)
    found = continuity_of(grace, family_id)
    assert found and (found.contacts, found.people, found.with_lead) == (4, 3, 1)
    with pytest.raises(NotFound):
        continuity_of(worker(), family_id)


def place(grace, own, families=24):
    """Families whose babies turned eight weeks lately: with their lead throughout, but for every third one."""
    rose = worker(at=own, name="Rose Lee")
    for number in range(families):
        family_id = a_family(own, weeks_old=9, speaks="ro" if number % 2 else "en")
        led_since(grace, family_id, 60)
        meet(family_id, *((rose, rose, grace) if number % 3 == 0 else (grace, grace, grace)))


def test_the_place_over_time_is_counted_by_group(grace, own):
    place(grace, own)
    analyst = worker(Role.ANALYST)
    groups = {group.code: group.cells[-1] for group in continuity_over_time(analyst, Grouping.ETHNICITY)}
    cell = groups["not_known"]
    assert (cell.mostly.count, cell.mostly.total) == (16, 24)
    assert cell.with_lead and cell.with_lead.value == pytest.approx((16 * 3 + 8) / 72)
    assert cell.usual_provider and cell.usual_provider.value == pytest.approx((16 + 8 * 2 / 3) / 24)
    assert cell.bice_boxerman and cell.bice_boxerman.value == pytest.approx((16 + 8 / 3) / 24)


def test_small_numbers_are_hidden_in_every_measure(grace, own):
    place(grace, own, families=6)
    (cell,) = (
        cell
        for group in continuity_over_time(worker(Role.ANALYST), Grouping.LANGUAGE)
        for cell in group.cells[-1:]
        if group.code == "english"
    )
    assert cell.mostly.is_hidden
    assert (cell.mostly.count, cell.with_lead, cell.usual_provider, cell.bice_boxerman) == (None, None, None, None)


def test_what_one_contact_or_a_contact_after_eight_weeks_says_does_not_count(grace, own):
    for number in range(20):
        family_id = a_family(own, weeks_old=9)
        led_since(grace, family_id, 60)
        meet(family_id, *([grace] if number % 2 else [grace, grace]), days_ago=10 if number % 2 else 1)
    cells = [cell for group in continuity_over_time(KITH, Grouping.LANGUAGE) for cell in group.cells]
    assert sum(cell.mostly.total or 0 for cell in cells) == 0


def test_only_those_who_answer_for_the_whole_see_it_and_no_name_stands_on_the_page(grace, own, client):
    place(grace, own)
    with pytest.raises(Forbidden):
        continuity_over_time(grace, Grouping.LANGUAGE)
    client.force_login(account_of(worker(Role.ALLIANCE_CHAIR, name="Chair")))
    for by in ("", "?by=language", "?by=ethnicity", "?by=nonsense"):
        page = client.get(f"/desk/continuity/{by}").content.decode()
        assert "Same person again" in page
        assert "Grace Obi" not in page


def test_hidden_cells_have_no_counts_and_empty_ones_no_share():
    ((small,), (other,), (shown,)) = shown_shares([[3], [40], [90]], [[60], [90], [200]], smallest=8)
    assert small.is_hidden
    assert other.is_hidden or shown.is_hidden, "a single hidden cell could be worked out from the sum"
    assert (small.count, small.share) == (None, None)
    ((empty,),) = shown_shares([[0]], [[0]], smallest=8)
    assert (empty.total, empty.share) == (0, None)


def test_the_families_page_says_it_in_words(grace, own, client):
    family_id = a_family(own)
    take_lead(by=grace, family_id=family_id)
    meet(family_id, grace, worker(at=own), days_ago=1)
    client.force_login(account_of(grace))
    assert "2 contacts with 2 different people." in client.get(f"/desk/families/{family_id}/").content.decode()
