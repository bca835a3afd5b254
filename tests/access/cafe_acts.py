"""The actions of cafés, each prepared first and done once."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from kith.cafes.actions.ending import end_turns_for_bereavement, forget_names, part_without_consent
from kith.cafes.actions.footfall import count_again, describe_arrivals, take_back_arrivals
from kith.cafes.actions.joining import join_family, part_family
from kith.cafes.actions.offering import NewTimes, offer_one_to_one, release_specialist, withdraw_one_to_one
from kith.cafes.actions.reminding import remind_of_turns
from kith.cafes.actions.telling import end_turns_called_off, tell_of_moved_time, tell_turn_booked
from kith.cafes.actions.turns import book_own_turn, book_turn, give_back_own_turn, join_list, move_turn
from kith.cafes.events import TurnBooked
from kith.cafes.models import Turn
from kith.cafes.rules.codes import Share, TurnId, TurnState
from kith.cafes.tests.world import a_cafe_day
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.rules.codes import Purpose
from kith.kernel import clock
from kith.kernel.ids import AccountId, BereavementId, OrganisationId, SessionId, new_uuid
from kith.organisations.events import MembershipEnded
from kith.platform.access.viewer import Viewer, viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from kith.whats_on.events import SessionCalledOff, SessionMoved
from kith.whats_on.queries.sessions import session_card
from testing.rows import Session
from tests.access.cafe_ids import count, offer
from tests.access.consent import take_all_back
from tests.access.contact_acts import at_work, member
from tests.access.world import BY, World

Act = Callable[[], object]


def _own() -> OrganisationId:
    (own,) = at_work("midwife").organisation_ids
    return own


def _mother() -> Viewer:
    account = Account.objects.get(email=f"parent@{DOMAIN}")
    viewer = viewer_of_account(account)
    assert viewer is not None
    assert viewer.account_id == AccountId(account.pk)
    return viewer


def _counted(act: Callable[[UUID], object], *, is_taken_back: bool = False) -> Callable[[World], Act]:
    def prepare(_world: World) -> Act:
        key = new_uuid()
        count(a_cafe_day(_own()), key)
        if is_taken_back:
            take_back_arrivals(by=BY, request_key=key)
        return lambda: act(key)

    return prepare


def _day() -> SessionId:
    session_id = a_cafe_day(_own())
    offer(session_id)
    return session_id


def _on_the_list(act: Callable[[World, SessionId, TurnId], object]) -> Callable[[World], Act]:
    """A parent waits, and is joined to the family that is the midwife's own."""

    def prepare(world: World) -> Act:
        session_id, family_id = _day(), world.families["own"].id
        turn_id = join_list(by=at_work("midwife"), session_id=session_id, request_key=new_uuid(), known_as="Ana")
        join_family(by=at_work("midwife"), session_id=session_id, family_id=family_id, turn_id=turn_id)
        return lambda: act(world, session_id, turn_id)

    return prepare


def _new(act: Callable[[World, SessionId], object]) -> Callable[[World], Act]:
    def prepare(world: World) -> Act:
        session_id = _day()
        return lambda: act(world, session_id)

    return prepare


def _given_back(world: World) -> Act:
    session_id, family_id, mother = _day(), world.families["own"].id, _mother()
    book_own_turn(by=mother, family_id=family_id, session_id=session_id, slot=4, request_key=new_uuid())
    return lambda: give_back_own_turn(by=mother, family_id=family_id, session_id=session_id)


def _without_consent(world: World) -> Act:
    _on_the_list(lambda *_: None)(world)
    family = world.families["own"]
    take_all_back(family)
    return lambda: part_without_consent(ConsentWithdrawn(family.id, _own(), Purpose.CARE))


def _forgotten(_world: World) -> Act:
    with clock.use(clock.FixedClock(clock.now() - timedelta(days=1))):
        join_list(by=BY, session_id=_day(), request_key=new_uuid(), known_as="Ana")
    return lambda: forget_names(by=BY)


def _left(_world: World) -> Act:
    session_id = a_cafe_day(_own())
    session = session_card(BY, session_id, lang="en")
    assert session
    times = NewTimes(member("midwife"), session.starts_at, session.ends_at, 20, Share.NONE)
    offer_one_to_one(by=BY, session_id=session_id, times=times)
    return lambda: release_specialist(MembershipEnded(member("midwife")))


def _bereaved(world: World, _session_id: SessionId, _turn_id: TurnId) -> object:
    caller = member("midwife")
    event = FamilyBereaved(world.families["own"].id, BereavementId(1), caller, clock.today())
    return end_turns_for_bereavement(event)


def _told(act: Callable[[SessionId], object]) -> Callable[[World], Act]:
    """The mother has a time."""

    def prepare(world: World) -> Act:
        session_id, family_id = _day(), world.families["own"].id
        book_own_turn(by=_mother(), family_id=family_id, session_id=session_id, slot=4, request_key=new_uuid())
        return lambda: act(session_id)

    return prepare


def _reminded(world: World) -> Act:
    session_id, family_id, now = _day(), world.families["own"].id, clock.now()
    book_own_turn(by=_mother(), family_id=family_id, session_id=session_id, slot=4, request_key=new_uuid())
    tomorrow = now + timedelta(days=1)
    Session.objects.filter(pk=session_id).update(starts_at=tomorrow, ends_at=tomorrow + timedelta(hours=4))
    Turn.objects.filter(session_id=session_id).update(booked_at=now - timedelta(days=3))
    return lambda: remind_of_turns(by=BY)


def _moved(session_id: SessionId) -> object:
    session = session_card(BY, session_id, lang="en")
    assert session
    was_start = session.starts_at - timedelta(hours=1)
    return tell_of_moved_time(SessionMoved(session_id, session.revision, was_start))


CAFE_ACTS: dict[str, Callable[[World], Act]] = {
    "cafes.count_arrivals": lambda _: lambda: count(a_cafe_day(_own()), new_uuid()),
    "cafes.take_back_arrivals": _counted(lambda key: take_back_arrivals(by=at_work("midwife"), request_key=key)),
    "cafes.count_again": _counted(lambda key: count_again(by=BY, request_key=key), is_taken_back=True),
    "cafes.describe_arrivals": _counted(
        lambda key: describe_arrivals(by=BY, request_key=key, language="ro", community="C")
    ),
    "cafes.offer_one_to_one": lambda _: lambda: offer(a_cafe_day(_own())),
    "cafes.withdraw_one_to_one": _new(lambda _, session_id: withdraw_one_to_one(by=BY, session_id=session_id)),
    "cafes.release_specialist": _left,
    "cafes.join_list": _new(lambda _, session_id: join_list(by=BY, session_id=session_id, request_key=new_uuid())),
    "cafes.book_turn": _new(
        lambda _, session_id: book_turn(by=BY, session_id=session_id, slot=4, request_key=new_uuid(), known_as="Ana")
    ),
    "cafes.book_own_turn": _new(
        lambda world, session_id: book_own_turn(
            by=_mother(),
            family_id=world.families["own"].id,
            session_id=session_id,
            slot=4,
            request_key=new_uuid(),
        )
    ),
    "cafes.give_back_own_turn": _given_back,
    "cafes.move_turn": _on_the_list(
        lambda _world, _session, turn_id: move_turn(
            by=BY, turn_id=turn_id, after=TurnState.WAITING, to=TurnState.CALLED
        )
    ),
    "cafes.join_family": _new(
        lambda world, session_id: join_family(
            by=at_work("midwife"), session_id=session_id, family_id=world.families["own"].id
        )
    ),
    "cafes.part_family": _on_the_list(
        lambda world, session_id, _turn: part_family(
            by=at_work("midwife"), session_id=session_id, family_id=world.families["own"].id
        )
    ),
    "cafes.tell_turn_booked": _told(lambda _: tell_turn_booked(TurnBooked(TurnId(Turn.objects.latest("pk").pk)))),
    "cafes.remind_of_turns": _reminded,
    "cafes.end_turns_called_off": _told(lambda session_id: end_turns_called_off(SessionCalledOff(session_id))),
    "cafes.tell_of_moved_time": _told(_moved),
    "cafes.end_turns_for_bereavement": _on_the_list(_bereaved),
    "cafes.part_without_consent": _without_consent,
    "cafes.forget_names": _forgotten,
}
