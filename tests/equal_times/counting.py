"""Pairs of askings, of a stranger and of a person on record, timed in turns; and the best guess from the times.

A guess from a thousand pairs that hold nothing is right for up to 54 in 100 by chance, from fewer pairs for more: what
counts is the guess over the pairs of all kinds, of which each kind is shown as well.
"""

import json
import random
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from unittest.mock import patch

from django.conf import settings
from django.test import Client

from kith.groups.actions import holding
from kith.groups.forms.booking import new_request_key
from kith.groups.rules.places import BookingContact
from kith.groups.tests.world import an_order, book, hold
from kith.kernel import clock
from kith.whats_on.tests.world import a_session
from testing.people import a_family
from testing.rows import Session

ADDED = 0.010
MAY_TELL, MUST_TELL = 0.55, 0.90
CONTROL_PAIRS = 100
ROOM = 30_000
WARM_UP = 20
KINDS = ("known", "booked", "asked before")
ALL = "all"
EVEN = 0.08
Ask = Callable[[str], float]
Told = dict[str, float]
Count = Callable[[int, random.Random], Told]
KNOWN = {kind: f"{kind.replace(' ', '')}@example.org" for kind in KINDS}


def main(what: str, pairs: int, seed: int) -> None:
    """Print how well the best threshold tells each kind from a stranger, and in the control, which must tell.

    So many pairs for each kind; fewer for the control, which needs no more.
    """
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.ACCOUNT_RATE_LIMITS = False
    honest, control = booking(_place()) if what == "booking" else sign_in(_place())
    found, alarm = honest(pairs, random.Random(seed)), control(CONTROL_PAIRS, random.Random(seed))
    for kind, share in found.items():
        print(f"{kind}: the best threshold is right for {share:.1%}; in the control for {alarm[kind]:.1%}")
    failed, is_awake = int(found[ALL] >= MAY_TELL), alarm[ALL] > MUST_TELL
    print(json.dumps({"n": pairs * (len(found) - 1), "failed": failed, "control": is_awake, "seed": seed}))


def best_threshold(one: list[float], other: list[float]) -> float:
    """The share that the best single threshold sorts rightly, whichever side is the slower."""
    times = sorted([(each, 1) for each in one] + [(each, -1) for each in other])
    ahead, furthest = 0, 0
    for _time, side in times:
        ahead += side
        furthest = max(furthest, abs(ahead))
    return 0.5 + furthest / (len(one) + len(other))


def _place() -> int:
    session_id = a_session(capacity=ROOM, starts_at=clock.now() + timedelta(days=7))
    for kind in ("known", "booked"):
        a_family(name="Ana Pop", email=KNOWN[kind])
    book(an_order(session_id, contact=BookingContact("Ana Pop", email=KNOWN["booked"])))
    hold(an_order(session_id, contact=BookingContact("Ana Pop", email=KNOWN["asked before"])))
    assert Session.objects.get(pk=session_id).places_taken == 2
    return int(session_id)


def _told(ask: Ask, kinds: Sequence[str], pairs: int, chance: random.Random) -> Told:
    """For all people on record and for each kind how well the times of this asking tell them from strangers."""
    times: dict[str, tuple[list[float], list[float]]] = {kind: ([], []) for kind in kinds}
    for kind in list(kinds) * WARM_UP:
        ask(_stranger(chance))
        ask(KNOWN[kind])
    for number in range(pairs * len(kinds)):
        kind = kinds[number % len(kinds)]
        strangers, known = times[kind]
        turns = [(strangers, _stranger(chance)), (known, KNOWN[kind])]
        chance.shuffle(turns)
        for into, contact in turns:
            into.append(ask(contact))
    together = [[each for pair in times.values() for each in pair[side]] for side in (0, 1)]
    return {ALL: best_threshold(*together)} | {kind: best_threshold(*pair) for kind, pair in times.items()}


def _stranger(chance: random.Random) -> str:
    return f"{chance.getrandbits(24):06x}@example.org"


def _booking(session_id: int, contact: str) -> float:
    """How long the answer to a visitor's form takes."""
    form = {
        "request_key": new_request_key(session_id),
        "name": "Ana Pop",
        "contact": contact,
        "places": "1",
        "baby_on_day": "1",
        "baby_on_month": "2",
        "baby_on_year": "2026",
    }
    return _timed(f"/en/sessions/{session_id}/book/", form, 303)


def _sign_in(contact: str) -> float:
    """How long the answer takes to a person who asks for a code to sign in by."""
    return _timed("/en/my/sign-in/", {"contact": contact}, 302)


def _timed(address: str, form: dict[str, str], status: int) -> float:
    client = Client(headers={"sec-fetch-site": "same-origin"})
    started = time.perf_counter()
    answer = client.post(address, form)
    took = time.perf_counter() - started
    assert answer.status_code == status, answer.content.decode()
    return took


def _slow(*, by: object, wish: object) -> object:
    """The control: a look at who is known that takes ten milliseconds."""
    if wish.order.contact.email in KNOWN.values():  # type: ignore[attr-defined]
        time.sleep(ADDED)
    return holding.hold_places(by=by, wish=wish)  # type: ignore[arg-type]


def booking(session_id: int) -> tuple[Count, Count]:
    """Times of bookings; the control adds ten milliseconds for who is on record."""
    ask = partial(_booking, session_id)

    def slowed(pairs: int, chance: random.Random) -> Told:
        with patch("kith.groups.views.booking.hold_places", _slow):
            return _told(ask, KINDS, pairs, chance)

    return partial(_told, ask, KINDS), slowed


def sign_in(_session_id: int) -> tuple[Count, Count]:
    """Times of asking for a code; the control answers as soon as the work is done."""

    def even(pairs: int, chance: random.Random) -> Told:
        with patch.object(settings, "KITH", settings.KITH.model_copy(update={"even_answer_seconds": EVEN})):
            return _told(_sign_in, KINDS[:1], pairs, chance)

    return even, partial(_told, _sign_in, KINDS[:1])
