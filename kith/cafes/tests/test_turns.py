"""The one-to-one list with a database."""

from datetime import timedelta
from threading import Barrier

import pytest

from kith.cafes.actions.ending import end_turns_for_bereavement, forget_names, part_without_consent
from kith.cafes.actions.joining import join_family, part_family
from kith.cafes.actions.offering import release_specialist, withdraw_one_to_one
from kith.cafes.actions.reminding import remind_of_turns
from kith.cafes.actions.telling import end_turns_called_off, tell_of_moved_time
from kith.cafes.actions.turns import book_own_turn, book_turn, give_back_own_turn, join_list, move_turn
from kith.cafes.models import OneToOneTime, OneToOneTimeQuerySet, Turn, WalkIn
from kith.cafes.queries.families import cafes_of
from kith.cafes.queries.one_to_one import list_of, one_to_one_card
from kith.cafes.rules.codes import Share, TurnId, TurnState
from kith.cafes.tests.world import KITH, Cafe
from kith.families.actions.consenting import withdraw_consent
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.rules.codes import Purpose
from kith.kernel import clock as kernel_clock
from kith.kernel.ids import BereavementId, ConsentId, new_uuid
from kith.kernel.refusal import Refusal
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.platform.access import NotFound
from kith.whats_on.events import SessionCalledOff, SessionMoved
from testing.clock import TestClock
from testing.people import a_family, at_the_same_moment, parent_of, worker
from testing.rows import Consent, Message, Session


def state_of(turn_id: TurnId) -> TurnState:
    return TurnState(Turn.objects.get(pk=turn_id).state)


@pytest.fixture
def cafe(db: None) -> Cafe:
    cafe = Cafe()
    cafe.offer()
    return cafe


def test_who_comes_is_called_seen_and_each_step_is_taken_back(cafe: Cafe, clock: TestClock) -> None:
    first, second = cafe.queue("Amina", "")
    found = list_of(cafe.worker, cafe.session_id, lang="en")
    assert found
    assert [(row.name, row.number, row.wait_minutes) for row in found.here] == [("Amina", 1, 0), ("", 2, 20)]
    assert found.next_wait == 40
    for after, to in (("waiting", "called"), ("called", "being_seen"), ("being_seen", "seen"), ("seen", "being_seen")):
        move_turn(by=cafe.worker, turn_id=first, after=TurnState(after), to=TurnState(to))
        assert state_of(first) == to
    clock.advance(minutes=10)
    move_turn(by=cafe.worker, turn_id=first, after=TurnState.BEING_SEEN, to=TurnState.SEEN)
    # Another telephone still shows her as being seen: the same step twice is once, another one is refused.
    move_turn(by=cafe.worker, turn_id=first, after=TurnState.BEING_SEEN, to=TurnState.SEEN)
    with pytest.raises(Refusal, match="turn_changed"):
        move_turn(by=cafe.worker, turn_id=first, after=TurnState.BEING_SEEN, to=TurnState.WAITING)
    with pytest.raises(NotFound):
        move_turn(by=worker(), turn_id=second, after=TurnState.WAITING, to=TurnState.CALLED)


def test_a_time_is_kept_for_one_family_and_free_again_when_it_is_given_back(cafe: Cafe) -> None:
    family_id = a_family(cafe.organisation_id, phone="+447700900123")
    _, mother = parent_of(family_id)
    key = new_uuid()
    for _ in range(2):
        book_own_turn(by=mother, family_id=family_id, session_id=cafe.session_id, slot=2, request_key=key)
    assert Turn.objects.count() == 1
    with pytest.raises(Refusal, match="turn_time_taken"):
        book_turn(by=cafe.worker, session_id=cafe.session_id, slot=2, request_key=new_uuid(), known_as="Ada")
    with pytest.raises(Refusal, match="turn_twice"):
        book_own_turn(by=mother, family_id=family_id, session_id=cafe.session_id, slot=4, request_key=new_uuid())
    with pytest.raises(Refusal, match="one_to_one_moves_booked"):
        cafe.offer(each=15)
    with pytest.raises(Refusal, match="one_to_one_wanted"):
        withdraw_one_to_one(by=cafe.worker, session_id=cafe.session_id)
    (turn,) = cafes_of(mother, family_id, lang="en").turns
    assert turn.at == cafe.session.starts_at + timedelta(minutes=40)
    give_back_own_turn(by=mother, family_id=family_id, session_id=cafe.session_id)
    card = one_to_one_card(cafe.session)
    assert card
    assert [slot for slot, _ in card.free] == [2, 4]
    withdraw_one_to_one(by=cafe.worker, session_id=cafe.session_id)
    assert one_to_one_card(cafe.session) is None


def test_nobody_is_put_on_the_list_twice_by_one_form_nor_on_another_day(cafe: Cafe, clock: TestClock) -> None:
    key = new_uuid()
    joined = {join_list(by=cafe.worker, session_id=cafe.session_id, request_key=key) for _ in range(3)}
    assert len(joined) == 1
    clock.advance(days=1)
    with pytest.raises(Refusal, match="list_of_another_day"):
        cafe.join()


def test_a_walk_in_stands_on_a_record_only_as_long_as_the_family_wishes(cafe: Cafe) -> None:
    family_id, turn_id = a_family(cafe.organisation_id), cafe.join("Ana")
    for _ in range(2):
        join_family(by=cafe.worker, session_id=cafe.session_id, family_id=family_id, turn_id=turn_id)
    assert WalkIn.objects.count() == 1
    found = cafes_of(cafe.worker, family_id, lang="en")
    assert (len(found.walk_ins), [turn.state for turn in found.turns]) == (1, [TurnState.WAITING])
    with pytest.raises(Refusal, match="turn_twice"):
        join_family(by=cafe.worker, session_id=cafe.session_id, family_id=family_id, turn_id=cafe.join("Eva"))
    part_family(by=cafe.worker, session_id=cafe.session_id, family_id=family_id)
    assert not cafes_of(cafe.worker, family_id, lang="en")
    with pytest.raises(NotFound):
        join_family(by=cafe.worker, session_id=cafe.session_id, family_id=a_family())


def test_a_death_takes_the_family_off_every_list_without_a_word(cafe: Cafe) -> None:
    family_id, turn_id = a_family(cafe.organisation_id), cafe.join("Ana")
    join_family(by=cafe.worker, session_id=cafe.session_id, family_id=family_id, turn_id=turn_id)
    assert cafe.worker.membership_id
    event = FamilyBereaved(family_id, BereavementId(1), cafe.worker.membership_id, kernel_clock.today())
    for _ in range(2):
        end_turns_for_bereavement(event)
    assert state_of(turn_id) is TurnState.LEFT


def test_consent_that_is_withdrawn_takes_the_family_off_and_leaves_the_turn(cafe: Cafe) -> None:
    family_id, turn_id = a_family(cafe.organisation_id), cafe.join("Ana")
    join_family(by=cafe.worker, session_id=cafe.session_id, family_id=family_id, turn_id=turn_id)
    consent_id = ConsentId(Consent.objects.get(family_id=family_id).pk)
    withdraw_consent(by=KITH, family_id=family_id, consent_id=consent_id)
    part_without_consent(ConsentWithdrawn(family_id, cafe.organisation_id, Purpose.CARE))
    row = Turn.objects.get(pk=turn_id)
    assert (row.family_id, row.state) == (None, TurnState.WAITING)


def test_a_time_moves_with_its_session_and_is_told_and_one_called_off_is_told_too(cafe: Cafe) -> None:
    family_id = a_family(cafe.organisation_id, phone="+447700900123")
    _, mother = parent_of(family_id)
    book_own_turn(by=mother, family_id=family_id, session_id=cafe.session_id, slot=4, request_key=new_uuid())
    was_start, revision = cafe.session.starts_at - timedelta(hours=1), cafe.session.revision
    for _ in range(2):
        tell_of_moved_time(SessionMoved(cafe.session_id, revision, was_start))
        end_turns_called_off(SessionCalledOff(cafe.session_id))
    tell_of_moved_time(SessionMoved(cafe.session_id, revision + 1, was_start))
    kinds = Message.objects.filter(family_id=family_id).order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["session_moved", "session_called_off"]
    assert Turn.objects.get().state == TurnState.GIVEN_BACK


def test_the_night_forgets_names_and_a_leaver_leaves_no_name(cafe: Cafe, clock: TestClock) -> None:
    turn_id, session_id = cafe.join("Ana"), cafe.session_id
    assert forget_names(by=KITH) == 0
    assert cafe.worker.membership_id
    end_membership(by=KITH, membership_id=cafe.worker.membership_id, until_on=kernel_clock.today())
    release_specialist(MembershipEnded(cafe.worker.membership_id))
    assert OneToOneTime.objects.get(session_id=session_id).specialist_id is None
    clock.advance(days=1)
    assert [forget_names(by=KITH), forget_names(by=KITH)] == [1, 0]
    assert Turn.objects.get(pk=turn_id).known_as == ""


@pytest.mark.django_db(transaction=True)
def test_one_time_goes_to_one_of_two_who_want_it_and_every_turn_has_a_number_of_its_own() -> None:
    cafe = Cafe()
    cafe.offer(share=Share.EVERY)

    def book(name: str) -> TurnId:
        return book_turn(by=cafe.worker, session_id=cafe.session_id, slot=3, request_key=new_uuid(), known_as=name)

    became = at_the_same_moment(lambda: book("Ada"), lambda: book("Eva"))
    assert sorted(str(each) for each in became if each == "Refusal") == ["Refusal"]
    at_the_same_moment(*[cafe.join] * 4)
    assert sorted(Turn.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5]


@pytest.mark.django_db(transaction=True)
def test_the_control_without_the_lists_lock_two_would_have_the_same_number(monkeypatch: pytest.MonkeyPatch) -> None:
    cafe, both = Cafe(), Barrier(2)
    cafe.offer()

    def unlocked(rows: OneToOneTimeQuerySet, session_id: int) -> OneToOneTime | None:
        return rows.filter(session_id=session_id).first()

    monkeypatch.setattr(OneToOneTimeQuerySet, "locked", unlocked)
    create = Turn.objects.create

    def together(**said: object) -> Turn:
        both.wait(timeout=10)
        return create(**said)

    monkeypatch.setattr(Turn.objects, "create", together)
    assert at_the_same_moment(cafe.join, cafe.join).count("IntegrityError") == 1


def test_a_booked_time_is_confirmed_once_and_reminded_of_by_day_the_day_before(cafe: Cafe, clock, run_jobs) -> None:
    family_id = a_family(cafe.organisation_id, phone="+447700900123")
    _, mother = parent_of(family_id)
    starts_at = Session.objects.get(pk=cafe.session_id).starts_at
    clock.set(starts_at - timedelta(days=3))
    key = new_uuid()
    for _ in range(2):
        book_own_turn(by=mother, family_id=family_id, session_id=cafe.session_id, slot=2, request_key=key)
        run_jobs()
    reminded = []
    for hour in range(72):
        clock.set(starts_at - timedelta(days=3) + timedelta(hours=hour))
        if remind_of_turns(by=KITH):
            reminded.append(kernel_clock.local(clock.now()))
    assert [(at.hour, (starts_at.date() - at.date()).days) for at in reminded] == [(10, 1)]
    told = list(Message.objects.filter(family_id=family_id).order_by("pk").values_list("kind", flat=True))
    assert told == ["one_to_one_booked", "session_reminder"]


def test_no_reminder_of_a_time_goes_to_a_bereaved_family(cafe: Cafe, clock) -> None:
    family_id = a_family(cafe.organisation_id, phone="+447700900123")
    _, mother = parent_of(family_id)
    starts_at = Session.objects.get(pk=cafe.session_id).starts_at
    clock.set(starts_at - timedelta(days=3))
    book_own_turn(by=mother, family_id=family_id, session_id=cafe.session_id, slot=2, request_key=new_uuid())
    end_turns_for_bereavement(
        FamilyBereaved(family_id, BereavementId(1), cafe.worker.membership_id, kernel_clock.today())
    )
    clock.set(starts_at - timedelta(days=1))
    assert remind_of_turns(by=KITH) == 0
