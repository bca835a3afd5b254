"""Who comes along and what helps is asked once: remembered for who signs in, shown to no visitor; booked by phone."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kith.families.rules.codes import InterpreterNeed
from kith.groups.actions.booking import book_place
from kith.groups.forms.needs import as_initial, summary
from kith.groups.models.bookings import Booking
from kith.groups.queries.needs import needs_remembered
from kith.groups.rules.places import Needs
from kith.groups.tests.world import an_order
from kith.kernel.ids import FamilyId, OrganisationId, SessionId
from kith.organisations.rules import Role
from kith.whats_on.tests.world import BUILDER, a_session
from testing.people import a_family, account_of, parent_of, worker
from testing.rows import Session

pytestmark = pytest.mark.django_db
ALL = Needs(2, True, 2, 1, True, InterpreterNeed.YES, "ro", "A stool")


def told_before(*letting_in: OrganisationId, **changes: Any) -> FamilyId:
    """A family that has booked once."""
    family_id = a_family(*letting_in, phone="+447700900321")
    book_place(by=BUILDER, family_id=family_id, order=an_order(a_session(), **vars(ALL) | changes))
    return family_id


def browser(account: Any) -> Client:
    client = Client(headers={"origin": "http://testserver"})
    client.force_login(account)
    return client


def key_in(page: str) -> dict[str, str]:
    found = re.search(r'name="request_key" value="([^"]+)"', page)
    assert found, page
    return {"request_key": found[1]}


def test_signed_in_she_finds_what_she_told_and_need_not_tell_it_again() -> None:
    family_id = told_before()
    account, _ = parent_of(family_id)
    her, address = browser(account), f"/en/sessions/{a_session()}/book/"
    page = her.get(address).content.decode()
    for words in ("What you told us last time", "Twins", "1 older child", "Interpreter: Romanian", "A stool"):
        assert words in page
    assert needs_remembered(BUILDER, family_id) == ALL
    drawn = {name: value for name, value in as_initial(ALL).items() if name != "wants_creche"}
    sent = key_in(page) | {"name": "Ana Pop", "contact": "07700 900321", "wants_creche": "on"} | drawn
    assert her.post(address, sent).status_code == 303
    rows = Booking.objects.filter(family_id=family_id)
    assert {(row.babies, row.older_children, row.wants_creche, row.co_parent) for row in rows} == {(2, 1, True, True)}


def test_a_visitor_sees_nothing_of_it_even_with_her_number() -> None:
    told_before()
    page = Client().get(f"/en/sessions/{a_session()}/book/").content.decode()
    assert "What you told us last time" not in page
    assert "A stool" not in page


def test_what_was_told_reads_in_few_words_and_nothing_told_reads_as_nothing() -> None:
    assert summary(Needs()) == []
    assert summary(ALL) == [
        *("With the baby’s other parent, or a partner", "Twins", "1 older child", "A place in the crèche"),
        *("Interpreter: Romanian", "A stool"),
    ]


def at_desk(session_id: SessionId, role: Role) -> Client:
    own = OrganisationId(Session.objects.get(pk=session_id).series.organisation_id)
    return browser(account_of(worker(role, at=own)))


def test_a_person_who_rings_is_booked_by_the_form_of_the_public_page_in_her_language() -> None:
    session_id = a_session()
    desk, address = at_desk(session_id, Role.COORDINATOR), f"/desk/sessions/{session_id}/book-for/"
    sent = {"name": "Elena Popescu", "contact": "07700 900123", "reads": "ro", "places": "co_parent", "babies": "2"}
    answer = desk.post(address, key_in(desk.get(address).content.decode()) | sent)
    row = Booking.objects.get()
    assert answer["Location"] == f"/desk/sessions/{session_id}/#b{row.pk}"
    assert (row.language, row.places, row.co_parent, row.babies) == ("ro", 2, True, 2)
    assert at_desk(a_session(), Role.COORDINATOR).get(address).status_code == 404


def test_a_family_on_record_is_booked_from_its_page_with_what_it_told_before() -> None:
    nurse = worker(Role.HEALTH_VISITOR)
    family_id, session_id = told_before(*nurse.organisation_ids), a_session()
    desk = browser(account_of(nurse))
    address = reverse("book-for-family", args=[session_id, family_id])
    to_choose = reverse("sessions-for-family", args=[family_id])
    assert to_choose in desk.get(reverse("family", args=[family_id])).content.decode()
    assert address in desk.get(to_choose).content.decode()
    page = desk.get(address).content.decode()
    assert 'value="2" selected' in page
    sent = key_in(page) | {"name": "Ana Pop", "contact": "07700 900321", "reads": "en", "places": "1"}
    assert "done=place_booked" in desk.post(address, sent)["Location"]
    assert Booking.objects.get(session_id=session_id).family_id == family_id
    other = browser(account_of(worker(Role.HEALTH_VISITOR)))
    assert other.get(address).status_code == other.post(address, sent).status_code == 404
