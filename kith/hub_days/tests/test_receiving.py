"""What devices noted comes home once, nothing of another person is overwritten, and a lost phone counts for nothing."""

from datetime import timedelta
from uuid import UUID

import pytest

from kith.cafes.actions.offering import NewTimes, offer_one_to_one
from kith.cafes.actions.turns import join_list
from kith.cafes.queries.footfall import people_at
from kith.cafes.rules.codes import Share, TurnId, TurnState
from kith.cafes.tests.world import Cafe, turn_row
from kith.families.events import FamilyBereaved
from kith.groups.actions.attendance import cancel_for_person
from kith.groups.queries.attendance import attendance_now
from kith.hub_days.actions.devices import prepare_device, withdraw_device, withdraw_devices_of_leaver
from kith.hub_days.actions.forgetting import forget_days
from kith.hub_days.actions.settling import quiet_entries_for_bereavement, settle_entry
from kith.hub_days.models import DayEntry, HandOut
from kith.hub_days.queries.days import hub_day
from kith.hub_days.queries.entries import entries_to_look_at, entries_waiting
from kith.hub_days.queries.packs import pack_of
from kith.hub_days.rules.codes import DayEntryId
from kith.hub_days.tests.world import Day, Held, spoilt
from kith.kernel import clock
from kith.kernel.ids import BereavementId, FamilyId, MembershipId, new_uuid
from kith.kernel.refusal import Refusal
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.organisations.rules import Role
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer, system_actor
from kith.platform.audit.models import AuditEntry
from kith.whats_on.queries.sessions import session_card
from testing.people import organisation, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def megan() -> Viewer:
    return worker(Role.COORDINATOR, name="Megan")


@pytest.fixture
def day(megan: Viewer) -> Day:
    return Day.of(min(megan.organisation_ids), families=2)


@pytest.fixture
def phone(megan: Viewer, day: Day) -> Held:
    return Held.prepared(megan, day)


@pytest.fixture
def other_phone(megan: Viewer, day: Day) -> Held:
    return Held.prepared(worker(Role.COORDINATOR, at=min(megan.organisation_ids), name="Farah"), day)


def stands(day: Day, by: Viewer, booking: int = 0) -> str:
    return attendance_now(by, day.bookings)[day.bookings[booking]].value


def waiting(day: Day, by: Viewer) -> list[DayEntryId]:
    return [each.id for each in entries_to_look_at(by, day.venue_id, clock.today(), lang="en")]


def test_what_is_sent_twice_is_noted_once(phone: Held, day: Day, megan: Viewer) -> None:
    taps = [
        phone.marks("arrived"),
        phone.taps("arrivals", session=day.session_id, adults=1, babies=2),
        phone.taps("hand_out", page="sore-nipples", language="ro"),
    ]
    assert phone.sends(*taps) == phone.sends(*taps) == ["applied"] * 3
    assert stands(day, megan) == "arrived"
    assert people_at(megan, day.session_id).count == 3
    assert HandOut.objects.count() == 1
    assert not DayEntry.objects.exclude(said={}).exists()


def test_taps_are_taken_back_in_their_order(phone: Held, day: Day, megan: Viewer) -> None:
    came, given = (
        phone.taps("arrivals", session=day.session_id, adults=1),
        phone.taps("hand_out", page="a", language="en"),
    )
    marked = phone.marks("did_not_come")
    back = [
        phone.taps("arrivals_back", of=str(came.request_key)),
        phone.taps("hand_out_back", of=str(given.request_key)),
        phone.marks("expected"),
    ]
    assert phone.sends(*back[::-1], came, given, marked) == ["applied"] * 6
    assert (people_at(megan, day.session_id).count, stands(day, megan)) == (0, "expected")
    assert hub_day(megan, day.venue_id, clock.today(), lang="en").handed_out == ()


def test_two_devices_that_differ_are_shown_to_a_person_who_decides(phone: Held, other_phone: Held, day: Day) -> None:
    assert phone.sends(phone.marks("arrived"), phone.marks("arrived", booking=1)) == ["applied", "applied"]
    assert other_phone.sends(other_phone.marks("did_not_come"), other_phone.marks("arrived", booking=1)) == [
        "conflict",
        "same",
    ]
    (shown,) = entries_to_look_at(phone.by, day.venue_id, clock.today(), lang="en")
    assert (shown.stands, shown.wanted, shown.person) == ("arrived", "did_not_come", "Farah")
    settle_entry(by=phone.by, entry_id=shown.id, take=True)
    settle_entry(by=phone.by, entry_id=shown.id, take=False)
    assert (stands(day, phone.by), entries_waiting(phone.by)) == ("did_not_come", 0)
    assert DayEntry.objects.get(pk=shown.id).settled == "taken"


def test_the_register_stays_as_it_is_where_the_person_says_so(phone: Held, other_phone: Held, day: Day) -> None:
    phone.sends(phone.marks("arrived"))
    other_phone.sends(other_phone.marks("did_not_come"))
    settle_entry(by=phone.by, entry_id=waiting(day, phone.by)[0], take=False)
    assert (stands(day, phone.by), entries_waiting(phone.by)) == ("arrived", 0)


def test_a_conflict_that_its_own_device_takes_back_waits_no_more(phone: Held, other_phone: Held, day: Day) -> None:
    phone.sends(phone.marks("arrived"))
    other_phone.sends(other_phone.marks("did_not_come"))
    assert other_phone.sends(other_phone.marks("expected")) == ["same"]
    assert (stands(day, phone.by), entries_waiting(phone.by)) == ("arrived", 0)


def test_what_a_lost_phone_sends_waits_for_a_person(phone: Held, day: Day, megan: Viewer) -> None:
    withdraw_device(by=megan, device_id=phone.id)
    came = phone.taps("arrivals", session=day.session_id, adults=2)
    assert phone.sends(phone.marks("arrived"), came) == ["set_aside", "set_aside"]
    assert (stands(day, megan), people_at(megan, day.session_id).count) == ("expected", 0)
    for each in waiting(day, megan):
        settle_entry(by=megan, entry_id=each, take=True)
    assert (stands(day, megan), people_at(megan, day.session_id).count) == ("arrived", 2)


def test_an_entry_that_the_device_has_not_signed_is_refused_and_not_kept(phone: Held, other_phone: Held) -> None:
    good = phone.marks("arrived")
    assert phone.sends(spoilt(good)) == ["refused"]
    assert other_phone.sends(good) == ["refused"]
    assert DayEntry.objects.count() == 0
    assert phone.sends(good) == ["applied"]
    assert other_phone.sends(good) == ["refused"]


def test_a_device_answers_to_the_person_who_prepared_it_alone(phone: Held, other_phone: Held, day: Day) -> None:
    stranger = worker(Role.COORDINATOR, name="Olga")
    for other in (other_phone.by, stranger):
        with pytest.raises(NotFound):
            Held(other, day, phone.id).sends()
    with pytest.raises(NotFound):
        withdraw_device(by=stranger, device_id=phone.id)
    with pytest.raises(NotFound):
        prepare_device(by=stranger, venue_id=day.venue_id, on=clock.today(), request_key=new_uuid())


def test_a_booking_given_back_meanwhile_and_what_comes_long_after_wait(phone: Held, day: Day, clock) -> None:
    cancel_for_person(by=phone.by, session_id=day.session_id, booking_id=day.bookings[0])
    assert phone.sends(phone.marks("arrived")) == ["set_aside"]
    clock.advance(days=8, hours=14)
    assert phone.sends(phone.marks("arrived", booking=1)) == ["set_aside"]
    whys = {each.why for each in DayEntry.objects.all()}
    assert whys == {"not_booked", "late"}
    given_back = DayEntry.objects.get(why="not_booked")
    with pytest.raises(Refusal, match="entry_cannot_be_taken"):
        settle_entry(by=phone.by, entry_id=DayEntryId(given_back.pk), take=True)


def test_nobody_is_asked_about_a_bereaved_family(phone: Held, other_phone: Held, day: Day) -> None:
    phone.sends(phone.marks("arrived"))
    other_phone.sends(other_phone.marks("did_not_come"))
    marked = AuditEntry.objects.filter(action="groups.attendance_marked").values_list("family_id", flat=True)
    family_id = FamilyId(marked[0])
    quiet_entries_for_bereavement(FamilyBereaved(family_id, BereavementId(1), MembershipId(1), clock.today()))
    assert (stands(day, phone.by), entries_waiting(phone.by)) == ("arrived", 0)


def test_who_leaves_holds_no_day_any_more(phone: Held) -> None:
    assert phone.by.membership_id
    end_membership(by=system_actor("test"), membership_id=phone.by.membership_id, until_on=clock.today())
    withdraw_devices_of_leaver(MembershipEnded(phone.by.membership_id))
    assert phone.row.withdrawn_at is not None


def test_a_day_is_forgotten_once_nothing_of_it_waits(phone: Held, other_phone: Held, clock) -> None:
    phone.sends(phone.marks("arrived"))
    other_phone.sends(other_phone.marks("did_not_come"))
    clock.advance(days=40)
    assert forget_days(by=system_actor("test")) == 1
    assert list(DayEntry.objects.values_list("device_id", flat=True)) == [other_phone.id]


def test_the_pack_names_no_phone_and_every_family_in_it_is_noted_as_looked_at(phone: Held, day: Day) -> None:
    pack = pack_of(phone.by, day.venue_id, clock.today(), lang="en")
    assert [row.booking_id for each in pack.registers for row in each.expected]
    read = AuditEntry.objects.filter(kind="read", action="groups.register").values_list("subject_id", flat=True)
    assert {str(each) for each in day.bookings} <= set(read)


def test_an_organisation_sees_its_own_days_alone(day: Day) -> None:
    stranger = worker(Role.COORDINATOR, at=organisation())
    with pytest.raises(NotFound):
        hub_day(stranger, day.venue_id, clock.today(), lang="en")
    with pytest.raises(NotFound):
        pack_of(stranger, day.venue_id, clock.today(), lang="en")


def test_the_same_asking_makes_one_device(megan: Viewer, day: Day) -> None:
    key = UUID(int=5)
    made = {prepare_device(by=megan, venue_id=day.venue_id, on=clock.today(), request_key=key) for _ in range(2)}
    assert len(made) == 1


def a_turn(day: Day, by: Viewer, known_as: str = "Mia") -> TurnId:
    """Time one to one at the session of the day, and a person who has walked in for it."""
    begins_at = session_card(by, day.session_id, lang="en").starts_at
    times = NewTimes(by.membership_id, begins_at, begins_at + timedelta(hours=1), 20, Share.EVERY_OTHER)
    offer_one_to_one(by=by, session_id=day.session_id, times=times)
    return join_list(by=by, session_id=day.session_id, request_key=new_uuid(), known_as=known_as)


def test_a_turn_is_moved_on_by_taps_and_back_at_the_time_of_each_tap(phone: Held, day: Day, megan: Viewer) -> None:
    turn = a_turn(day, megan)
    called, goes_in = phone.steps(turn, "waiting", "called"), phone.steps(turn, "called", "being_seen")
    with clock.use(clock.FixedClock(clock.now() + timedelta(minutes=20))):
        assert phone.sends(goes_in, called) == phone.sends(called, goes_in) == ["applied"] * 2
    row = turn_row(turn)
    assert (row.state, row.began_at) == (TurnState.BEING_SEEN, clock.now())
    assert phone.sends(phone.steps(turn, "being_seen", "waiting")) == ["applied"]
    assert not DayEntry.objects.exclude(said={}).exists()


def test_a_turn_that_another_phone_moved_is_shown_to_a_person_who_decides(
    phone: Held, other_phone: Held, day: Day, megan: Viewer
) -> None:
    turn = a_turn(day, megan)
    assert phone.sends(phone.steps(turn, "waiting", "called")) == ["applied"]
    assert other_phone.sends(other_phone.steps(turn, "waiting", "called")) == ["applied"]  # it stands so already
    assert other_phone.sends(other_phone.steps(turn, "waiting", "left")) == ["set_aside"]
    (shown,) = entries_to_look_at(megan, day.venue_id, clock.today(), lang="en")
    assert (shown.name, shown.turn.state, shown.said["wanted"], shown.why) == ("Mia", "called", "left", "turn_changed")
    settle_entry(by=megan, entry_id=shown.id, take=True)
    assert (turn_row(turn).state, entries_waiting(megan)) == (TurnState.LEFT, 0)


def test_a_turn_of_another_list_or_of_nobody_is_not_moved(phone: Held, day: Day, megan: Viewer) -> None:
    elsewhere = Cafe()
    elsewhere.offer()
    foreign = elsewhere.join("Ada")
    assert phone.sends(phone.steps(foreign, "waiting", "called")) == ["set_aside"]
    assert phone.sends(phone.steps(TurnId(10**9), "waiting", "called")) == ["set_aside"]
    assert turn_row(foreign).state == TurnState.WAITING
    assert [each.can_be_taken for each in entries_to_look_at(megan, day.venue_id, clock.today(), lang="en")] == [
        False,
        False,
    ]
