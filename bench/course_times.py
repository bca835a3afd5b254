"""Run as a program of its own: how long a single date and a course of six dates take, each committed to disk."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from statistics import median

import django

django.setup()

from kith.courses.actions.booking import book_course  # noqa: E402  # it stands on a Django that is set up
from kith.courses.actions.planning import NewCourse, plan_course  # noqa: E402
from kith.families.actions.registering import register_family  # noqa: E402
from kith.families.rules.entries import NewFamily, NewParent  # noqa: E402
from kith.groups.actions.booking import book_place  # noqa: E402
from kith.groups.rules.places import BookingContact, PlaceOrder  # noqa: E402
from kith.kernel import clock  # noqa: E402
from kith.kernel.ids import CourseId, FamilyId, SessionId, new_uuid  # noqa: E402
from kith.kernel.languages import ENGLISH  # noqa: E402
from kith.platform.access.viewer import system_actor  # noqa: E402
from kith.walls.saying import OPEN, asked_by  # noqa: E402
from kith.whats_on.actions.planning import NewSession, plan_sessions  # noqa: E402
from kith.whats_on.queries.dates import SeriesDate, dates_to_plan  # noqa: E402

BY = system_actor("bench")
DATES, WARM_UP, TIMES = 6, 10, 120
_numbers = count(1)


def main() -> None:
    """Print the median of each in milliseconds; they are booked in turn, so that a busy machine is so for both."""
    single, course_id = _planned()
    families = iter([_family() for _ in range(2 * (WARM_UP + TIMES))])
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(WARM_UP + TIMES):
        found = (
            _timed(lambda: _book_one(next(families), single)),
            _timed(lambda: _book_course(next(families), course_id, single)),
        )
        if turn >= WARM_UP:
            for each, took in zip(times, found, strict=True):
                each.append(took)
    one, all_six = (median(each) * 1000 for each in times)
    print(json.dumps({"one_ms": round(one, 2), "course_ms": round(all_six, 2), "dates": DATES, "times": TIMES}))


def _planned() -> tuple[SessionId, CourseId]:
    """Dates with room for all, of a series that is there."""
    known: SeriesDate = dates_to_plan(BY, lang=ENGLISH.code)[0]
    starts_at = clock.now() + timedelta(days=200)
    new = [
        NewSession(
            starts_at=starts_at + timedelta(weeks=week),
            ends_at=starts_at + timedelta(weeks=week, hours=2),
            capacity=30000,
            online=True,
        )
        for week in range(DATES + 1)
    ]
    single, *dates = plan_sessions(by=BY, series_id=known.series_id, sessions=new)
    return single, plan_course(by=BY, course=NewCourse(dates, new_uuid()))


def _family() -> FamilyId:
    parent = NewParent("Invented", f"Visitor{next(_numbers)}", email=f"bench{next(_numbers)}@example.org")
    return register_family(by=BY, family=NewFamily(parents=(parent,)))


def _order(session_id: SessionId) -> PlaceOrder:
    number = next(_numbers)
    contact = BookingContact(f"Invented Visitor{number}", email=f"bench{number}@example.org")
    return PlaceOrder(session_id, f"bench-course-{number}", contact, "en")


def _book_one(family_id: FamilyId, session_id: SessionId) -> None:
    book_place(by=BY, family_id=family_id, order=_order(session_id))


def _book_course(family_id: FamilyId, course_id: CourseId, session_id: SessionId) -> None:
    book_course(by=BY, family_id=family_id, course_id=course_id, order=_order(session_id))


def _timed(act: Callable[[], None]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


if __name__ == "__main__":
    with asked_by(OPEN):
        main()
