"""Bundles with a database: asked, approved, given from the shelf, and what ends them."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from kith.bundles.actions.defining import NewBundle, add_bundle, set_substitute
from kith.bundles.actions.giving import Proof, say_what_to_take_back, say_who_collects
from kith.bundles.actions.housing import take_notice
from kith.bundles.actions.rechecking import SeenThere, finish_recheck
from kith.bundles.actions.requesting import approve_bundle, refuse_bundle
from kith.bundles.models.bundles import BundlePart
from kith.bundles.models.housing import HousingNotice
from kith.bundles.models.requests import BundleRequest, SleepingRecheck
from kith.bundles.queries.housing import inbox, notice_of, rechecks_due
from kith.bundles.queries.numbers import bundle_numbers
from kith.bundles.rules.codes import (
    Arrives,
    BundleState,
    Criterion,
    Found,
    Landlord,
    NoRoom,
    RecheckId,
    SleepingPlace,
    TakenBack,
    Talked,
    WhyNot,
)
from kith.bundles.tests.world import Sleep
from kith.caseloads.queries.leading import leads_of
from kith.families.actions.consenting import withdraw_consent
from kith.families.actions.deaths import record_bereavement
from kith.families.actions.home import move_home
from kith.families.queries.page import family_page
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.families.rules.entries import NewAddress
from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import NotFound
from kith.walls.saying import seen_by
from testing.people import organisation, parent_of, worker
from testing.rows import StockLevel, StockMove

pytestmark = pytest.mark.django_db


@pytest.fixture
def sleep() -> Sleep:
    return Sleep()


def state(request_id: int) -> BundleState:
    return BundleRequest.objects.get(pk=request_id).state


def test_what_the_criteria_name_is_approved_at_once_and_given_part_by_part(sleep):
    request_id = sleep.ask()
    assert state(request_id) is BundleState.APPROVED
    sleep.give(request_id)
    sleep.give(request_id)
    assert (state(request_id), StockMove.objects.filter(kind="given").count()) == (BundleState.GIVEN, 3)
    assert {row.on_hand for row in StockLevel.objects.all()} == {4}


def test_without_room_or_a_criterion_a_person_decides_and_says_why(sleep):
    other = sleep.ask(criteria=(Criterion.OTHER,))
    no_room = sleep.ask(no_room=NoRoom.TOO_SMALL)
    assert {state(other), state(no_room)} == {BundleState.ASKED}
    with pytest.raises(Refusal, match="bundle_not_approved"):
        sleep.give(other)
    approve_bundle(by=sleep.lead, request_id=no_room)
    refuse_bundle(by=sleep.lead, request_id=other, why=WhyNot.HAS_SAFE_PLACE)
    with pytest.raises(Refusal, match="bundle_decided"):
        approve_bundle(by=sleep.lead, request_id=other)
    analyst = worker(Role.ANALYST, at=sleep.organisation_id)
    found = bundle_numbers(analyst)
    assert (found.asked, found.refusals, found.no_room) == (
        None,
        [(WhyNot.HAS_SAFE_PLACE, None)],
        [(Landlord.HOTEL, NoRoom.TOO_SMALL, None)],
    )


def test_a_baby_has_one_of_each_size_and_the_database_says_so_too(sleep):
    family_id = sleep.family()
    first = sleep.ask(family_id)
    with pytest.raises(Refusal, match="bundle_baby_has_one"):
        sleep.ask(family_id)
    row = BundleRequest.objects.get(pk=first)
    row.pk, row.request_key = None, sleep.wish(family_id).request_key
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
    assert sleep.ask(family_id, bundle_id=sleep.next) != first


def test_where_a_part_is_gone_its_substitute_is_given_and_else_nothing_at_all(sleep):
    rare = sleep.item("Sleeping bag, 0 to 6 months", 0)
    instead = sleep.item("Blanket that fits a cot", 1)
    new = NewBundle("Warm", 0, 6, [sleep.items[0], rare])
    bundle_id = add_bundle(by=sleep.lead, organisation_id=sleep.organisation_id, bundle=new)
    request_id = sleep.ask(bundle_id=bundle_id)
    with pytest.raises(Refusal, match="stock_none_left"), transaction.atomic():
        sleep.give(request_id)
    assert not StockMove.objects.filter(kind="given").exists()
    set_substitute(by=sleep.lead, bundle_id=bundle_id, item_id=rare, substitute_id=instead)
    sleep.give(request_id)
    given = set(StockMove.objects.filter(kind="given").values_list("batch__item_id", flat=True))
    assert given == {sleep.items[0], instead}


def test_a_dangerous_part_is_refused_by_the_page_and_by_the_database(sleep):
    pillow = sleep.item("Baby pillow", 3)
    with pytest.raises(Refusal, match="bundle_part_unsafe"):
        new = NewBundle("Soft", 0, 6, [pillow])
        add_bundle(by=sleep.lead, organisation_id=sleep.organisation_id, bundle=new)
    with pytest.raises(Refusal, match="bundle_part_unsafe"):
        set_substitute(by=sleep.lead, bundle_id=sleep.small, item_id=sleep.items[0], substitute_id=pillow)
    with pytest.raises(DatabaseError, match="is no part of a bundle"), transaction.atomic():
        BundlePart.objects.create(bundle_id=sleep.small, item_id=pillow)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE bundles_bundlepart DISABLE TRIGGER USER")
    assert BundlePart.objects.create(bundle_id=sleep.small, item_id=pillow).pk


def test_only_the_named_person_collects_it(sleep):
    request_id = sleep.ask(arrives=Arrives.OTHER_PERSON, collector="Ion Popescu")
    with pytest.raises(Refusal, match="bundle_other_collector"):
        sleep.give(request_id)
    sleep.give(request_id, Proof(" ion  popescu", cot_is_up=False, talked=Talked.INTERPRETER))
    assert BundleRequest.objects.get(pk=request_id).taken_by == "ion  popescu"


def test_a_notice_from_housing_becomes_a_family_a_request_and_a_lead_by_one_click(sleep):
    notice_id = sleep.notice()
    (row,) = inbox(sleep.lead)
    assert (row.due_on - row.placed_on).days == 14
    family_id = take_notice(by=sleep.lead, notice_id=notice_id)
    assert take_notice(by=sleep.lead, notice_id=notice_id) == family_id
    request = BundleRequest.objects.get(family_id=family_id)
    assert (request.state, request.baby_id) == (BundleState.APPROVED, sleep.baby(family_id))
    assert leads_of([family_id]) == [(family_id, sleep.lead.membership_id)]
    assert (inbox(sleep.lead), HousingNotice.objects.get().request_id) == ([], request.pk)
    assert [each.family_id for each in rechecks_due(sleep.lead)] == [family_id]


def test_a_notice_that_is_taken_is_read_by_those_who_may_open_the_record(sleep):
    notice_id = sleep.notice()
    assert notice_of(sleep.lead, notice_id).family_id is None
    family_id = take_notice(by=sleep.lead, notice_id=notice_id)
    assert notice_of(sleep.lead, notice_id).family_id == family_id
    for consent in family_page(sleep.lead, family_id).consents:
        withdraw_consent(by=sleep.lead, family_id=family_id, consent_id=consent.id)
    with pytest.raises(NotFound):
        notice_of(sleep.lead, notice_id)
    with seen_by(sleep.lead):
        assert not HousingNotice.objects.filter(pk=notice_id).exists()


def test_each_new_temporary_address_starts_a_clock_of_its_own(sleep, clock, run_jobs):
    family_id = sleep.family()
    for days in (0, 9):
        clock.advance(days=days)
        address = NewAddress(is_temporary=True, from_on=clock.now().date())
        move_home(by=sleep.lead, family_id=family_id, address=address)
        move_home(by=sleep.lead, family_id=family_id, address=address)
        run_jobs()
    first, second = rechecks_due(sleep.lead)
    assert (first.is_overdue, second.is_overdue, (second.due_on - second.moved_on).days) == (True, False, 7)
    with pytest.raises(Refusal, match="recheck_cot_not_up"):
        finish_recheck(
            by=sleep.lead, recheck_id=first.id, seen=SeenThere(Found.SAFE, SleepingPlace.REFUGE, cot_is_up=False)
        )
    finish_recheck(by=sleep.lead, recheck_id=first.id, seen=SeenThere(Found.SAFE, SleepingPlace.REFUGE, cot_is_up=True))
    assert [each.id for each in rechecks_due(sleep.lead)] == [second.id]
    assert not rechecks_due(worker(Role.FEEDING_LEAD, at=organisation()))


def test_a_home_of_their_own_starts_no_clock(sleep, run_jobs):
    family_id = sleep.family()
    move_home(by=sleep.lead, family_id=family_id, address=NewAddress(postcode="MK5 8AB", from_on=clock.today()))
    run_jobs()
    assert not SleepingRecheck.objects.exists()


def test_a_death_ends_all_without_a_word_and_what_was_given_may_be_collected(sleep, run_jobs):
    family_id = sleep.family()
    given = sleep.give(sleep.ask(family_id))
    waiting = sleep.ask(family_id, bundle_id=sleep.next, criteria=(Criterion.OTHER,))
    move_home(by=sleep.lead, family_id=family_id, address=NewAddress(is_temporary=True, from_on=clock.today()))
    run_jobs()
    mother = parent_of(family_id)[1]
    with pytest.raises(Refusal, match="bundle_stays"):
        say_what_to_take_back(by=mother, request_id=given, how=TakenBack.COLLECT)
    death = NewBereavement(Loss.BABY, sleep.baby(family_id), sleep.lead.membership_id, clock.today())
    record_bereavement(by=sleep.lead, family_id=family_id, new=death)
    run_jobs()
    row = BundleRequest.objects.get(pk=waiting)
    assert (row.state, row.why) == (BundleState.ENDED, WhyNot.BEREAVED)
    assert (rechecks_due(sleep.lead), SleepingRecheck.objects.get().why) == ([], WhyNot.BEREAVED)
    say_what_to_take_back(by=mother, request_id=given, how=TakenBack.OTHER_PERSON, who="My sister")
    assert BundleRequest.objects.get(pk=given).taken_back_by == "My sister"
    with pytest.raises(Refusal, match="bundle_in_bereavement"):
        sleep.ask(family_id, baby_id=None, bundle_id=sleep.next)


def test_another_organisation_and_another_family_find_nothing(sleep):
    request_id = sleep.ask()
    stranger = Sleep()
    for act in (
        lambda: approve_bundle(by=stranger.lead, request_id=request_id),
        lambda: say_who_collects(by=stranger.lead, request_id=request_id, arrives=Arrives.DELIVERED),
        lambda: take_notice(by=stranger.lead, notice_id=sleep.notice()),
        lambda: finish_recheck(by=stranger.lead, recheck_id=RecheckId(99), seen=None),
    ):
        with pytest.raises(NotFound):
            act()
    other = parent_of(sleep.family())[1]
    with pytest.raises(NotFound):
        say_who_collects(by=other, request_id=request_id, arrives=Arrives.DELIVERED)


def test_a_day_to_come_is_refused(sleep):
    with pytest.raises(Refusal, match="notice_day_to_come"):
        sleep.notice(placed_on=clock.today() + timedelta(days=1))
