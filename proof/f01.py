"""F01: the places of a session go to exactly as many families, and who comes too late waits in the order of coming.

Each family has asked before and now proves that its e-mail is its own; all tap their links in the same moment.
"""

from __future__ import annotations

from threading import Barrier

from django.db import connection

from proof.figures import Outcome, figure
from proof.rush import ask, at_once, counted, filled_in, form_page, link_behind, sessions, web
from testing.place import place_here

ROUNDS, FAMILIES, PLACES = 50, 200, 10
CONTROL_ROUNDS = 3


@figure(
    "F01",
    claim=f"{FAMILIES} families at once for {PLACES} places: exactly {PLACES} booked, the list in order, no error",
)
def last_places() -> Outcome:
    """Fifty rounds with the lock, then a few without it, which must overbook."""
    with place_here() as url:
        rounds = sessions(ROUNDS + CONTROL_ROUNDS, capacity=PLACES)
        with web(url) as port:
            failed = sum(not _is_kept(port, session_id, url) for session_id in rounds[:ROUNDS])
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE whats_on_session DROP CONSTRAINT session_never_overbooked")
        with web(url, "proof.unlocked:application") as port:
            control = sum(_overbooks(port, session_id, url) for session_id in rounds[ROUNDS:]) > 0
    return Outcome(n=ROUNDS, failed=failed, control=control)


def _is_kept(port: int, session_id: int, url: str) -> bool:
    answers = _rush(port, session_id, url)
    waiting = FAMILIES - PLACES
    return (
        answers == [303] * FAMILIES
        and _places_taken(session_id) == PLACES
        and counted("SELECT families_waiting FROM whats_on_session WHERE id = %s", session_id) == waiting
        and _is_in_order(session_id)
    )


def _overbooks(port: int, session_id: int, url: str) -> bool:
    _rush(port, session_id, url)
    return _places_taken(session_id) > PLACES


def _rush(port: int, session_id: int, url: str) -> list[int]:
    """All families ask for a place, then tap their links in the same moment; the answers' status codes."""
    start, answers = Barrier(FAMILIES), [0] * FAMILIES

    def family(number: int) -> None:
        form = filled_in(port, session_id, f"Parent {number}")
        answers[number], _, held_page = ask(port, "POST", form_page(session_id), form)
        link = link_behind(url, session_id, held_page) if held_page else ""
        start.wait(timeout=300)
        if link:
            answers[number] = ask(port, "POST", link, "do=book")[0]

    at_once(FAMILIES, family)
    return answers


def _is_in_order(session_id: int) -> bool:
    """Whether those who wait stand in the order in which they were let in: that of the events behind the lock."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT b.id::text FROM groups_booking AS b WHERE b.session_id = %s AND b.state = 'waiting'"
            " ORDER BY b.changed_at, b.id",
            [session_id],
        )
        listed = [row[0] for row in cursor.fetchall()]
        cursor.execute(
            "SELECT payload->>'booking_id' FROM platform_outboxevent WHERE name = 'groups.WaitingListJoined'"
            " AND payload->>'booking_id' = ANY (%s) ORDER BY id",
            [listed],
        )
        came = [row[0] for row in cursor.fetchall()]
        return listed == came


def _places_taken(session_id: int) -> int:
    """Booked and kept, counted from the rows themselves, not from the number the database keeps beside them."""
    return counted(
        "SELECT coalesce(sum(places), 0) FROM ("
        " SELECT places FROM groups_booking WHERE session_id = %s AND state = 'booked'"
        " UNION ALL SELECT places_kept FROM groups_heldbooking WHERE session_id = %s) AS taken",
        session_id,
        session_id,
    )
