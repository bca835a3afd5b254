"""F03: one pump, a hundred hand-outs at the same moment, over real HTTP; and no pump or kit is ever made from nothing.

A hundred workers, each with a family before them, hold the same pump in their hands. Then ten thousand operations, as
chance has it, on pumps and on stock: whatever is refused, what was bought is on a shelf, with a family, being made
ready, lost or out of use. The controls take out the lock, and the triggers, and the fault shows.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from threading import Barrier
from typing import Any
from urllib.parse import urlencode

from django.db import connection

from proof.figures import DEFAULT_SEED, Outcome, figure
from proof.rush import counted, web
from testing.place import place_here

AT_ONCE, OPERATIONS = 100, 10_000
PUMPS, KITS = 12, 60
SAYS_NO = ("This pump is on loan", "This pump is kept for another family")


@figure(
    "F03",
    claim=f"One pump, {AT_ONCE} simultaneous hand-outs: 1 loan, {AT_ONCE - 1} clear refusals; after {OPERATIONS:,} "
    "random operations on shelf + on loan + in cleaning + lost = bought; two years of a desk pass nobody over",
)
def one_pump() -> Outcome:
    """The rush for one pump, the many operations, and both once more with the guards taken out."""
    with place_here() as url:
        from proof.pump_years import REQUESTS, Years  # noqa: PLC0415  # as above
        from proof.pumps import Desk  # noqa: PLC0415  # its models need a Django that is set up

        chance = random.Random(DEFAULT_SEED)  # noqa: S311  # what comes next is to be chance, not secret
        failed, desk = Years(Desk(), chance).run(), Desk()
        with web(url) as port:
            failed += _rush(port, desk, desk.ready_pump())
        failed += _operate(desk, chance, OPERATIONS)
        with web(url, "proof.unlocked_pumps:application") as port:
            tag = desk.ready_pump()
            desk.let_two_loans_be()
            _rush(port, desk, tag)
            unlocked = desk.loans_of(tag) > 1
        untriggered = _without_triggers()
    return Outcome(n=REQUESTS + AT_ONCE + OPERATIONS, failed=failed, control=unlocked and untriggered)


def _rush(port: int, desk: Any, tag: str) -> int:
    """How many of a hundred were answered otherwise than they should be: one loan, and clear words for all others."""
    answers = hand_outs(port, desk, tag)
    lent = sum(status == 303 for status, _page in answers)
    clear: int = sum(status == 422 and any(words in page for words in SAYS_NO) for status, page in answers)
    return abs(lent - 1) + abs(clear - (AT_ONCE - 1)) + abs(int(desk.loans_of(tag)) - 1)


def hand_outs(port: int, desk: Any, tag: str) -> list[tuple[int, str]]:
    """The answers to a hundred workers who hand the same pump to a family each, at the same moment."""
    start = Barrier(AT_ONCE)
    families = [desk.family() for _ in range(AT_ONCE)]
    cookie = desk.cookie()

    def hand_out(family_id: Any) -> tuple[int, str]:
        form = {"request_key": desk.new_key(), "needs": "cannot_afford", "asked_by": "practitioner", "tag": tag}
        start.wait(timeout=120)
        asker = HTTPConnection("127.0.0.1", port, timeout=120)
        head = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": cookie,
            "Origin": f"http://127.0.0.1:{port}",
            "Sec-Fetch-Site": "same-origin",
        }
        try:
            asker.request("POST", f"/desk/families/{family_id}/pump/", urlencode(form), head)
            answer = asker.getresponse()
            return answer.status, answer.read().decode()
        finally:
            asker.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(hand_out, families))


def _operate(desk: Any, chance: random.Random, times: int) -> int:
    """How often, after an operation, something that was bought was nowhere, or twice."""
    bought, failed = desk.buy(PUMPS, KITS), 0
    acts: list[Callable[[random.Random], None]] = desk.acts()
    for turn in range(times):
        desk.try_one(chance.choice(acts), chance)
        if turn % 20 == 0 or turn == times - 1:
            failed += desk.missing(bought)
    return failed


def _without_triggers() -> bool:
    """Whether, without the triggers, a pump stands on the shelf unchecked and a kit comes from nothing."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE equipment_unit DISABLE TRIGGER USER")
        cursor.execute("ALTER TABLE stores_stocklevel DISABLE TRIGGER USER")
        cursor.execute("UPDATE equipment_unit SET state = 'available' WHERE state = 'returned'")
        unchecked = cursor.rowcount
        cursor.execute("UPDATE stores_stocklevel SET bought = bought + 1")
    made = counted("SELECT sum(bought) FROM stores_stocklevel") - counted(
        "SELECT sum(count) FROM stores_stockmove WHERE kind IN ('bought', 'donated')"
    )
    return unchecked > 0 and made > 0
