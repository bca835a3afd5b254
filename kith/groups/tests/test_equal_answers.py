"""No answer to a visitor depends on what is stored of the person whose contact was typed."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.groups.models.held import HeldBooking
from kith.groups.rules.places import BookingContact
from kith.groups.tests.world import an_order, book, hold
from kith.whats_on.tests.world import a_session
from testing.people import a_family

pytestmark = pytest.mark.django_db
CONTACTS = {"unknown": 4, "known": 5, "booked": 6, "asked before": 7}
PROVED = ("unknown", "known", "booked", "asked before")
# What is new in each answer, by its shape: tokens of 32 signs, and the signed key of a form.
FRESH = re.compile(r"[\w-]{32}(?=[/\"'])|(?<=name=\"request_key\" value=\")[^\"]+")

VALUE = re.compile(r"'[^']*'|\"s\d+_x\d+\"|\b\d+\b")


class Visit:
    """What a visitor who types one contact sees, and how often and what the database was asked meanwhile."""

    def __init__(self, session_id: int, number: int) -> None:
        self.client = Client(headers={"sec-fetch-site": "same-origin"})
        self.session_id, self.number = session_id, number

    def answers(self) -> tuple[list[object], list[str]]:
        """The answers byte for byte but for what is new in each, and the statements without their values."""
        address = f"/en/sessions/{self.session_id}/book/"
        key = re.search(r'name="request_key" value="([^"]+)"', self.client.get(address).content.decode())
        form = {"request_key": key[1], "name": "Ana Pop", "contact": f"07700 90012{self.number}", "places": "1"}
        with CaptureQueriesContext(connection) as asked:
            sent = self.client.post(address, form | {"baby_on_day": "1", "baby_on_month": "2", "baby_on_year": "2026"})
            work = [VALUE.sub("?", each["sql"]) for each in asked.captured_queries]
        shown = self.client.get(sent["Location"])
        wrong = self.client.post(sent["Location"], {"code": "x"})
        let_go = self.client.post(sent["Location"], {"do": "let-go"})
        said = [self.plain(answer) for answer in (sent, shown, wrong, let_go, self.client.get(sent["Location"]))]
        return said, work

    def plain(self, answer) -> object:
        content = answer.content.decode().replace(f"90012{self.number}", "90012?")
        headers = {name: FRESH.sub("?", value) for name, value in answer.items()}
        return answer.status_code, headers, len(answer.content), FRESH.sub("?", content)


@pytest.fixture
def visits() -> dict[str, Visit]:
    session_id = a_session(capacity=40)
    contact = {name: BookingContact("Ana Pop", phone=f"+44770090012{number}") for name, number in CONTACTS.items()}
    for name in ("known", "booked"):
        a_family(name="Ana Pop", phone=contact[name].phone)
    book(an_order(session_id, contact=contact["booked"]))
    hold(an_order(session_id, contact=contact["asked before"]))
    HeldBooking.objects.update(places_kept=0)  # so that all find as many places left
    return {name: Visit(session_id, number) for name, number in CONTACTS.items()}


def different(answers: dict[str, object]) -> list[str]:
    return [name for name, answer in answers.items() if answer != answers["unknown"]]


def test_known_or_unknown_booked_or_not_the_answers_and_the_work_before_them_are_the_same(
    visits: dict[str, Visit],
) -> None:
    found = {name: visit.answers() for name, visit in visits.items()}
    assert different({name: answers for name, (answers, _) in found.items()}) == []
    assert different({name: statements for name, (_, statements) in found.items()}) == []
    assert [answer[0] for answer in found["unknown"][0]] == [303, 200, 422, 303, 200]
    assert len(found["unknown"][1]) > 4


def test_the_control_a_look_at_who_is_known_is_noticed_in_the_answers_and_in_the_work(
    visits: dict[str, Visit], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was: the family is looked up, and a second booking refused, before any proof."""
    act = _as_it_was(visits["unknown"].session_id)
    monkeypatch.setattr("kith.groups.views.booking.hold_places", act)
    found = {name: visit.answers() for name, visit in visits.items() if name != "booked"}
    assert "known" in different({name: statements for name, (_, statements) in found.items()})
    with pytest.raises(KeyError):  # it says that there is a booking, and leads nowhere
        visits["booked"].answers()


def _as_it_was(session_id: int) -> Callable[..., object]:
    def act(*, by, wish, keeps_places) -> object:
        book(replace(wish.order, request_key=wish.order.request_key[:20]))
        return hold(an_order(session_id, contact=wish.order.contact))

    return act
