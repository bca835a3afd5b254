"""Pairs of bookings, of a stranger and of a person on record, timed in turns; and the best guess from the times.

A guess from a thousand pairs that hold nothing is right for up to 54 in 100 by chance; from few pairs for more.
"""

import json
import random
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from unittest.mock import patch

from django.conf import settings
from django.test import Client

from kith.groups.actions import holding
from kith.groups.forms import new_request_key
from kith.groups.models import Session
from kith.groups.rules.places import BookingContact
from kith.groups.tests.world import a_session, an_order, book, hold
from testing.people import a_family

ADDED = 0.010
MAY_TELL, MUST_TELL = 0.55, 0.90
CONTROL_PAIRS = 300
ROOM = 30_000
WARM_UP = 50
KINDS = ("known", "booked", "asked before")
KNOWN = {kind: f"{kind.replace(' ', '')}@example.org" for kind in KINDS}


def main(pairs: int, seed: int) -> None:
    """Print how well the best threshold tells each kind from a stranger, without and with ten milliseconds added.

    So many pairs for each kind; fewer for the control, which needs no more.
    """
    settings.ALLOWED_HOSTS = ["testserver"]
    session_id, slowly = _place(), patch("kith.groups.views.booking.hold_places", _slow)
    honest = _told(session_id, pairs, random.Random(seed), nullcontext())
    slowed = _told(session_id, CONTROL_PAIRS, random.Random(seed), slowly)
    for kind in honest:
        print(f"{kind}: the best threshold is right for {honest[kind]:.1%}; with 10 ms added {slowed[kind]:.1%}")
    failed = sum(share >= MAY_TELL for share in honest.values())
    print(
        json.dumps(
            {"n": pairs * len(KINDS), "failed": failed, "control": min(slowed.values()) > MUST_TELL, "seed": seed}
        )
    )


def best_threshold(one: list[float], other: list[float]) -> float:
    """The share that the best single threshold sorts rightly, whichever side is the slower."""
    times = sorted([(each, 1) for each in one] + [(each, -1) for each in other])
    ahead, furthest = 0, 0
    for _time, side in times:
        ahead += side
        furthest = max(furthest, abs(ahead))
    return 0.5 + furthest / (len(one) + len(other))


def _place() -> int:
    session_id = a_session(capacity=ROOM)
    for kind in ("known", "booked"):
        a_family(name="Ana Pop", email=KNOWN[kind])
    book(an_order(session_id, contact=BookingContact("Ana Pop", email=KNOWN["booked"])))
    hold(an_order(session_id, contact=BookingContact("Ana Pop", email=KNOWN["asked before"])))
    assert Session.objects.get(pk=session_id).places_taken == 2
    return int(session_id)


def _told(session_id: int, pairs: int, chance: random.Random, how: AbstractContextManager[object]) -> dict[str, float]:
    """For each kind of person on record how well times tell them from strangers."""
    client = Client(headers={"sec-fetch-site": "same-origin"})
    times: dict[str, tuple[list[float], list[float]]] = {kind: ([], []) for kind in KINDS}
    with how:
        for _ in range(WARM_UP):
            _timed(client, session_id, _stranger(chance))
        for number in range(pairs * len(KINDS)):
            kind = KINDS[number % len(KINDS)]
            strangers, known = times[kind]
            turns: list[Callable[[], None]] = [
                partial(_note, strangers, client, session_id, _stranger(chance)),
                partial(_note, known, client, session_id, KNOWN[kind]),
            ]
            chance.shuffle(turns)
            for turn in turns:
                turn()
    return {kind: best_threshold(*pair) for kind, pair in times.items()}


def _stranger(chance: random.Random) -> str:
    return f"{chance.getrandbits(24):06x}@example.org"


def _note(into: list[float], client: Client, session_id: int, contact: str) -> None:
    into.append(_timed(client, session_id, contact))


def _timed(client: Client, session_id: int, contact: str) -> float:
    form = {
        "request_key": new_request_key(session_id),
        "name": "Ana Pop",
        "contact": contact,
        "places": "1",
        "baby_on_day": "1",
        "baby_on_month": "2",
        "baby_on_year": "2026",
    }
    started = time.perf_counter()
    answer = client.post(f"/en/sessions/{session_id}/book/", form)
    took = time.perf_counter() - started
    assert answer.status_code == 303
    return took


def _slow(*, by: object, wish: object) -> object:
    """The control: a look at who is known that takes ten milliseconds."""
    if wish.order.contact.email in KNOWN.values():  # type: ignore[attr-defined]
        time.sleep(ADDED)
    return holding.hold_places(by=by, wish=wish)  # type: ignore[arg-type]
