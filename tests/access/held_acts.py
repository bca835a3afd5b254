"""Every action about a visitor's wish, from the form to the proof or to its being forgotten, done once."""

from collections.abc import Callable
from typing import Any

from kith.groups.actions import holding, proving
from kith.groups.actions.telling import tell_freed, tell_held
from kith.groups.events import PlacesFreed, PlacesHeld
from kith.groups.models.held import HeldBooking
from kith.groups.tests import world as small
from kith.kernel import clock
from kith.kernel.ids import HeldBookingId
from kith.messages.actions.forgetting import forget_address
from kith.messages.actions.queueing import queue_message
from kith.platform.access.viewer import ANONYMOUS, system_actor
from tests.access.world import World

BY = system_actor("tests")
Act = Callable[[], object]
Prepare = Callable[[World], Act]


def _held(world: World, **changes: Any) -> HeldBooking:
    row = small.held_row(small.hold(small.an_order(world.session_ids["own"])))
    HeldBooking.objects.filter(pk=row.pk).update(**changes)
    row.refresh_from_db()
    return row


def _given_up(world: World) -> Act:
    row = _held(world)
    return lambda: holding.give_up_held(by=ANONYMOUS, session_id=world.session_ids["own"], secret=row.link)


def _freed(world: World) -> Act:
    _held(world, held_until=clock.now())
    return lambda: holding.free_held_places(by=BY)


def _forgotten(world: World) -> Act:
    _held(world, state="freed", places_kept=0, words_until=clock.now())
    return lambda: holding.forget_held_words(by=BY)


def _by_code(world: World) -> Act:
    row = _held(world)
    return lambda: proving.confirm_by_code(
        by=ANONYMOUS, session_id=world.session_ids["own"], token=row.token, code=small.code_sent(row)
    )


def _by_link(world: World) -> Act:
    row = _held(world)
    return lambda: proving.confirm_by_link(by=ANONYMOUS, session_id=world.session_ids["own"], link=row.link)


def _spoken(world: World) -> Act:
    contact = _held(world).wish.order.contact
    return lambda: proving.confirm_for_person(by=BY, session_id=world.session_ids["own"], contact=contact)


def _told(world: World) -> Act:
    row = _held(world)
    return lambda: tell_held(PlacesHeld(HeldBookingId(row.pk)))


def _told_freed(world: World) -> Act:
    row = _held(world, state="freed", places_kept=0)
    return lambda: tell_freed(PlacesFreed(HeldBookingId(row.pk)))


def _address_forgotten(_world: World) -> Act:
    queue_message(
        by=BY,
        kind="sign_in_code",
        language="ro",
        facts={"code": "123456"},
        dedupe_key="forget",
        to_email="ioana@example.org",
    )
    return lambda: forget_address(by=BY, dedupe_keys=["forget"])


HELD_ACTS: dict[str, Prepare] = {
    "groups.hold_places": lambda world: lambda: small.hold(small.an_order(world.session_ids["own"])),
    "groups.give_up_held": _given_up,
    "groups.free_held_places": _freed,
    "groups.forget_held_words": _forgotten,
    "groups.confirm_by_code": _by_code,
    "groups.confirm_by_link": _by_link,
    "groups.confirm_for_person": _spoken,
    "groups.tell_held": _told,
    "groups.tell_freed": _told_freed,
    "messages.forget_address": _address_forgotten,
}
