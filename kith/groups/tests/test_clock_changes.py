"""A weekly group keeps its time by the clocks of the place when they change: on pages, in messages, files and feeds.

What is read back is read by two calendar libraries that have nothing to do with the one that writes.
"""

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta

import ics
import pytest
import vobject
from django.test import Client
from django.urls import reverse

from kith.groups.models.bookings import Booking
from kith.groups.tests.world import an_order, book
from kith.kernel import clock as kernel_clock
from kith.kernel.ids import SessionId
from kith.messages.wording import words_of
from kith.whats_on.actions.altering import change_session
from kith.whats_on.actions.planning import NewSession, cancel_session, plan_sessions
from kith.whats_on.calendar import CalendarEntry, timetable_of, uid_of
from kith.whats_on.queries.changes import effect_of_change
from kith.whats_on.rules.changes import SessionChange
from kith.whats_on.tests.world import BUILDER, a_series, a_service, an_organisation
from testing.rows import Message, Session

TWO_HOURS = timedelta(hours=2)
TIMES = {time(1, 30): "1:30am–3:30am", time(10): "10am–12pm"}
# The Thursdays before and after each change, and the Sunday in autumn on which half past one comes twice.
SPRING = (date(2026, 3, 26), date(2026, 4, 2))
AUTUMN = (date(2026, 10, 22), date(2026, 10, 29))


def shown(client: Client, address: str) -> str:
    """What the page says, without its tags and the words that only a screen reader says."""
    return re.sub(r"<[^>]+>", "", client.get(address).content.decode()).replace(" to –", "–")


def local(day: date, at: time) -> datetime:
    return datetime.combine(day, at, kernel_clock.LONDON).astimezone(UTC)


def read(text: str) -> list[dict[str, tuple[datetime, datetime]]]:
    """When each entry begins and ends, by its name, as each of the two libraries has it."""
    first = {each.uid.value: (each.dtstart.value, each.dtend.value) for each in vobject.readOne(text).vevent_list}
    second = {each.uid: (each.begin.datetime, each.end.datetime) for each in ics.Calendar(text).events}
    return [first, second]


def as_instants(read_so: dict[str, tuple[datetime, datetime]]) -> dict[str, tuple[datetime, datetime]]:
    return {uid: (begins.astimezone(UTC), ends.astimezone(UTC)) for uid, (begins, ends) in read_so.items()}


def entries(starts: Iterable[datetime]) -> list[CalendarEntry]:
    return [
        CalendarEntry(uid_of(SessionId(number)), 0, "Group", start, start + TWO_HOURS, None, "", "https://example.org/")
        for number, start in enumerate(starts)
    ]


def test_every_week_through_three_changes_is_read_at_its_own_instant() -> None:
    days = [date(2026, 1, 4) + timedelta(weeks=week) for week in range(70)]
    starts = [local(day, at) for day in days for at in TIMES]
    starts += [datetime(year, 10, day, 1, 30, tzinfo=UTC) for year, day in ((2026, 25), (2027, 31), (2028, 29))]
    expected = {f"session-{number}@kith": (start, start + TWO_HOURS) for number, start in enumerate(starts)}
    for library in read(timetable_of(entries(starts), name="Groups")):
        assert as_instants(library) == expected


def weekly(days: tuple[date, ...]) -> list[SessionId]:
    """A group at half past one and one at ten on each of these days, each booked by a family."""
    series_id = a_series(a_service(an_organisation()))
    starts = [local(day, at) for day in days for at in TIMES]
    plans = [NewSession(start, start + TWO_HOURS, 5, online=True) for start in starts]
    made = plan_sessions(by=BUILDER, series_id=series_id, sessions=plans)
    for session_id in made:
        book(an_order(session_id, language="en"))
    return made


@pytest.mark.django_db
@pytest.mark.parametrize("days", [SPRING, AUTUMN])
def test_page_message_file_and_feed_say_the_same_time_across_a_change(
    client: Client, clock, run_jobs: Callable[[], int], days: tuple[date, ...]
) -> None:
    clock.set(local(days[0] - timedelta(days=3), time(10)))
    made = weekly(days)
    run_jobs()
    (listed,) = json.loads(client.get("/open-referral/services").content)["contents"]
    feed = json.loads(client.get(f"/open-referral/services/{listed['id']}").content)["schedules"]
    assert {(each["opens_at"], each["closes_at"]) for each in feed} == {
        ("01:30:00", "03:30:00"),
        ("10:00:00", "12:00:00"),
    }
    followed = read(client.get(reverse("find-support-calendar")).content.decode())
    for session_id, at in zip(made, [at for _ in days for at in TIMES], strict=True):
        booking = Booking.objects.select_related("session").get(session=session_id)
        instants = (booking.session.starts_at, booking.session.ends_at)
        assert kernel_clock.local(instants[0]).time() == at
        assert TIMES[at] in shown(client, f"/en/sessions/{session_id}/")
        message = Message.objects.get(family_id=booking.family_id, kind="place_booked")
        assert TIMES[at] in words_of(message.kind, "en", message.facts | {"link": "https://example.org/"}).body
        file = client.get(f"/en/bookings/{booking.token}/kith.ics").content.decode()
        for library in read(file):
            assert as_instants(library) == {f"{booking.pk}@kith": instants}
        assert [as_instants(library)[f"session-{session_id}@kith"] for library in followed] == [instants, instants]


@pytest.mark.django_db
def test_what_is_moved_or_called_off_is_so_in_every_file(client: Client, clock) -> None:
    clock.set(local(AUTUMN[0] - timedelta(days=3), time(10)))
    moved, off, *_ = weekly(AUTUMN)
    later = local(AUTUMN[0], time(3, 30))
    change = SessionChange(starts_at=later, ends_at=later + TWO_HOURS)
    change_session(by=BUILDER, session_id=moved, change=change, agreed=effect_of_change(BUILDER, moved, change))
    cancel_session(by=BUILDER, session_id=off)
    booking = Booking.objects.get(session=moved)
    file = client.get(f"/en/bookings/{booking.token}/kith.ics").content.decode()
    for library in read(file):
        assert as_instants(library) == {f"{booking.pk}@kith": (later, later + TWO_HOURS)}
    assert "SEQUENCE:2" in file
    gone = vobject.readOne(
        client.get(f"/en/bookings/{Booking.objects.get(session=off).token}/kith.ics").content.decode()
    )
    assert (gone.method.value, gone.vevent.status.value) == ("CANCEL", "CANCELLED")
    followed = client.get(reverse("find-support-calendar")).content.decode()
    for library in read(followed):
        assert as_instants(library)[f"session-{moved}@kith"] == (later, later + TWO_HOURS)
        assert f"session-{off}@kith" not in library
    assert Session.objects.get(pk=moved).revision == 2
