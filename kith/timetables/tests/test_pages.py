"""A coordinator lays a term out, changes it, moves a date, and every page says so."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client

from kith.groups.tests.world import an_order, book
from kith.kernel import clock
from kith.organisations.rules import Role
from kith.timetables.models import PlannedDate, Rule, Term
from kith.timetables.tests.world import TUESDAYS, Place
from kith.whats_on.tests.world import a_service
from testing.people import account_of, worker
from testing.rows import Series, Session

pytestmark = pytest.mark.django_db
HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"')
TICKED = re.compile(r'name="left_out" type="checkbox" value="([\d-]+)" checked')
Ask = Callable[..., Any]


@pytest.fixture(autouse=True)
def _second_factor_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)


@pytest.fixture
def place() -> Place:
    return Place()


@pytest.fixture
def desk(place: Place) -> Client:
    client = Client(headers={"sec-fetch-site": "same-origin"})
    client.force_login(account_of(worker(Role.COORDINATOR, at=place.organisation_id)))
    return client


def parts(name: str, day: date) -> dict[str, int]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def a_form(**changes: object) -> dict[str, object]:
    said = {
        "request_key": "5f0c7a52-93a4-4dd7-8b3c-0b6f2f6c0a11",
        "pattern": "weekly",
        "nth": "0",
        "weekdays": ["1"],
        **parts("first_on", date(2026, 3, 16)),
        **parts("last_on", date(2026, 4, 30)),
        "skips_bank_holidays": "on",
        "starts": "10:00",
        "ends": "12pm",
        "place": "online",
        "joining": "bookable",
        "capacity": "10",
        "language": "en",
    }
    return said | changes


def carried(page: str, **changes: object) -> dict[str, object]:
    """What the form of a page sends, as a browser reads it."""
    found: dict[str, Any] = {}
    for name, value in HIDDEN.findall(page):
        found.setdefault(name, []).append(unescape(value))
    return found | {"left_out": TICKED.findall(page)} | changes


def text(answer: Any) -> str:
    return unescape(answer.content.decode())


def test_dates_are_looked_at_before_they_are_planned(place: Place, desk: Client) -> None:
    address = f"/desk/timetables/{place.series_id}/rules/new/"
    assert desk.get(address).status_code == 200
    looked = text(desk.post(address, a_form(weekdays=["0"])))
    assert "Every Monday from 10am to 12pm, not on bank holidays" in looked
    assert "Bank holiday: Easter Monday" in looked
    assert Session.objects.count() == 0
    saved = desk.post(address, carried(looked, do="save", left_out=["2026-03-23"]))
    assert saved["Location"] == f"/desk/timetables/{place.series_id}/?done=rule_added"
    days = [clock.local(row.starts_at).date() for row in Session.objects.order_by("starts_at")]
    assert days == [date(2026, 3, 16), date(2026, 3, 30), date(2026, 4, 13), date(2026, 4, 20), date(2026, 4, 27)]
    shown = text(desk.get(saved["Location"]))
    assert all(each in shown for each in ("The dates are planned.", "Left out by hand", "Easter Monday"))
    assert "Every Monday" in text(desk.get("/desk/timetables/"))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (parts("last_on", date(2026, 3, 1)), "The last day must not be before the first"),
        ({"ends": "9am"}, "It ends before it starts"),
        (parts("last_on", date(2026, 3, 16)), "No date is left"),
        ({"weekdays": []}, "Choose a day of the week"),
        ({"pattern": "monthly"}, "Choose which one in the month"),
        ({"starts": "ten"}, "Enter a time like 14:30"),
        (parts("last_on", date(2031, 3, 16)), "within two years"),
        ({"place": ""}, "Choose where it takes place"),
        ({"left_out": ["\x00", "soon"], "capacity": "0"}, "greater than or equal to 1"),
    ],
)
def test_what_cannot_be_is_said_beside_the_question_and_nothing_is_saved(
    place: Place, desk: Client, changes: Mapping[str, object], words: str
) -> None:
    answer = desk.post(f"/desk/timetables/{place.series_id}/rules/new/", a_form(**changes))
    assert (answer.status_code, words in text(answer)) == (422, True)
    assert Rule.objects.count() == 0


def test_a_changed_rule_says_first_who_is_told(place: Place, desk: Client) -> None:
    receipt = place.lay_out()
    book(an_order(receipt.sessions[0][1]))
    address = f"/desk/timetables/rules/{receipt.rule_id}/"
    form = a_form(weekdays=["2"], interpreter_possible="on", revision="1", **parts("last_on", date(2026, 5, 30)))
    looked = text(desk.post(address, form))
    assert "1 family that has a place or waits for one is told at once" in looked
    assert "11 dates change." in looked
    stale = desk.post(address, carried(looked, do="save", agreed="x"))
    assert (stale.status_code, "Nothing is saved" in text(stale)) == (422, True)
    back = text(desk.post(address, carried(looked, do="back")))
    assert "Show the dates" in back
    assert desk.post(address, carried(looked, do="save")).status_code == 302
    assert {row.starts_at.astimezone(clock.LONDON).weekday() for row in Session.objects.all()} == {2}


def test_one_date_is_moved_once_it_is_clear_who_is_told(place: Place, desk: Client) -> None:
    receipt = place.lay_out()
    book(an_order(receipt.sessions[0][1]))
    address = f"/desk/timetables/dates/{receipt.sessions[0][1]}/"
    form = {**a_form(starts="14:00", ends="16:00", interpreter_possible="on"), **parts("on", date(2026, 3, 18))}
    asked = text(desk.post(address, form))
    assert "1 family that has a place" in asked
    assert clock.local(Session.objects.order_by("starts_at")[0].starts_at).hour == 10
    assert desk.post(address, carried(asked, do="save")).status_code == 302
    assert PlannedDate.objects.get(session_id=receipt.sessions[0][1]).is_own
    assert "Changed alone" in text(desk.get(f"/desk/timetables/{place.series_id}/"))
    assert "2pm" in text(Client().get(f"/en/sessions/{receipt.sessions[0][1]}/"))


def test_a_date_that_nobody_has_booked_is_changed_at_once(place: Place, desk: Client) -> None:
    receipt = place.lay_out()
    address = f"/desk/timetables/dates/{receipt.sessions[1][1]}/"
    form = {**a_form(capacity="4", interpreter_possible="on"), **parts("on", receipt.sessions[1][0])}
    assert desk.post(address, form).status_code == 302
    again = desk.post(address, form)
    assert (again.status_code, "Nothing is different from before" in text(again)) == (422, True)


def test_one_date_is_added_beside_the_rules(place: Place, desk: Client) -> None:
    address = f"/desk/timetables/{place.series_id}/dates/new/"
    assert desk.post(address, {**a_form(), **parts("on", date(2026, 3, 20))}).status_code == 302
    assert "One date" in text(desk.get(f"/desk/timetables/{place.series_id}/"))
    past = desk.post(address, {**a_form(), **parts("on", date(2026, 3, 2))})
    assert "Choose a day and time to come" in text(past)


def test_a_rule_ends_after_it_was_asked(place: Place, desk: Client) -> None:
    receipt = place.lay_out()
    address = f"/desk/timetables/rules/{receipt.rule_id}/end/"
    asked = text(desk.post(address))
    assert "11 dates are called off." in asked
    assert desk.post(address, carried(asked, sure="yes")).status_code == 302
    assert not Session.objects.filter(cancelled_at=None).exists()


def test_a_series_begins_has_words_in_each_language_and_ends(place: Place, desk: Client) -> None:
    service_id = a_service(place.organisation_id, place.venue_id)
    form = {"service": service_id, "title_en": "Morning café", "code": "morning-cafe", "audience": "everyone"}
    begun = [desk.post("/desk/timetables/new/", form)["Location"] for _ in range(2)]
    row = Series.objects.get(code="morning-cafe")
    assert begun == [f"/desk/timetables/{row.pk}/?done=series_added"] * 2
    taken = desk.post("/desk/timetables/new/", form | {"title_en": "Another"})
    assert "Another series has this short name" in text(taken)
    words = {"title_en": "Morning café", "title_ro": "Cafenea de dimineață", "audience": "with_baby"}
    assert desk.post(f"/desk/timetables/{row.pk}/change/", words).status_code == 302
    row.refresh_from_db()
    assert row.title == {"en": "Morning café", "ro": "Cafenea de dimineață"}
    ended = desk.post(f"/desk/timetables/{row.pk}/end/", parts("last_day", date(2026, 4, 1)))
    assert "Ended" in text(desk.get(ended["Location"]))
    assert desk.post(f"/desk/timetables/{row.pk}/reopen/").status_code == 302
    row.refresh_from_db()
    assert row.ended_on is None


def test_terms_are_kept_and_copied_by_pages(place: Place, desk: Client) -> None:
    for name, first, last in (("Spring", (2, 23), (3, 27)), ("Summer", (4, 13), (5, 22))):
        days = {**parts("first_on", date(2026, *first)), **parts("last_on", date(2026, *last))}
        assert desk.post("/desk/timetables/terms/", {"name": name, **days}).status_code == 302
    page = text(desk.get("/desk/timetables/copy/"))
    assert "Nothing of the first term can be copied" in page
    receipt = place.lay_out(TUESDAYS.in_span(Term.objects.get(name="Spring").span))
    page = text(desk.get("/desk/timetables/copy/"))
    assert "6 dates" in page
    key = dict(HIDDEN.findall(page))["request_key"]
    sent = desk.post("/desk/timetables/copy/", {"request_key": key, "rules": [receipt.rule_id]})
    assert sent["Location"] == "/desk/timetables/?done=copied"
    assert Session.objects.filter(series_id=place.series_id).count() == 2 + 6
    summer = Term.objects.get(name="Summer")
    asked = desk.post(f"/desk/timetables/terms/{summer.pk}/remove/")
    assert "Dates that are planned already stay as they are." in text(asked)
    desk.post(f"/desk/timetables/terms/{summer.pk}/remove/", {"sure": "yes"})
    assert Term.objects.count() == 1


def test_another_organisations_series_is_not_found(place: Place) -> None:
    receipt = place.lay_out()
    stranger = Client(headers={"sec-fetch-site": "same-origin"})
    stranger.force_login(account_of(worker(Role.COORDINATOR)))
    for address in (f"{place.series_id}/", f"rules/{receipt.rule_id}/", f"dates/{receipt.sessions[0][1]}/"):
        assert stranger.get(f"/desk/timetables/{address}").status_code == 404


def test_the_public_page_of_a_session_says_how_often_it_takes_place(place: Place) -> None:
    receipt = place.lay_out()
    assert "Every Tuesday from 10am to 12pm" in text(Client().get(f"/en/sessions/{receipt.sessions[0][1]}/"))
