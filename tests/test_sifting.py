"""A caseload is sifted, ordered as people sort, shown with what is due, and taken away as a file by who may."""

import csv
from datetime import date, timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.caseloads.actions.leading import take_lead
from kith.caseloads.queries.caseload import caseload
from kith.caseloads.rules.leading import CaseKind
from kith.caseloads.rules.sifting import Case, Sifting, Sort, sifted
from kith.kernel import clock
from kith.kernel.ids import FamilyId, new_uuid
from kith.organisations.rules import Role
from kith.platform.audit.models import AuditEntry
from kith.platform.listing import ListAsked
from kith.tasks.actions.next_steps import add_next_step
from testing.people import a_family, account_of, worker

TODAY = date(2026, 11, 30)
MOST_STATEMENTS = 25


def case(name, **said):
    usual = {
        "kind": CaseKind.LATER, "language": "en", "ward": "E1", "is_own": True, "youngest_born_on": None,
        "due_on": None, "next_due_on": None, "last_contact_on": None,
    }  # fmt: skip
    return Case(FamilyId(new_uuid()), name, **usual | said)


def names(cases, **asked):
    return [each.name for each in sifted(cases, Sifting.of(asked), today=TODAY)]


LATE, SOON = TODAY - timedelta(days=1), TODAY
CASES = [
    case("Łucja", language="pl", next_due_on=SOON, last_contact_on=LATE),
    case("Ștefan", kind=CaseKind.EXPECTING, next_due_on=LATE),
    case("Lucy", ward="E2", is_own=False, youngest_born_on=LATE, last_contact_on=SOON),
    case("Zoe", kind=CaseKind.UNDER_8_WEEKS, youngest_born_on=SOON),
]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Lucy", "Zoe", "Ștefan", "Łucja"]),
        ({"sort": "name"}, ["Lucy", "Łucja", "Ștefan", "Zoe"]),
        ({"sort": "baby"}, ["Zoe", "Lucy", "Łucja", "Ștefan"]),
        ({"sort": "due"}, ["Ștefan", "Łucja", "Lucy", "Zoe"]),
        ({"sort": "contact"}, ["Ștefan", "Zoe", "Łucja", "Lucy"]),
        ({"kind": "expecting"}, ["Ștefan"]),
        ({"language": "pl"}, ["Łucja"]),
        ({"ward": "E2"}, ["Lucy"]),
        ({"part": "cover"}, ["Lucy"]),
        ({"part": "own", "sort": "name"}, ["Łucja", "Ștefan", "Zoe"]),
        ({"overdue": "yes"}, ["Ștefan"]),
        ({"overdue": "yes", "language": "pl"}, []),
        ({"kind": "nonsense", "sort": "nonsense", "part": ""}, ["Lucy", "Zoe", "Ștefan", "Łucja"]),
    ],
)
def test_rows_are_sifted_and_ordered_as_asked(asked, found):
    assert names(CASES, **asked) == found


def test_every_order_has_words_of_its_own():
    assert all(names(CASES, sort=each.value) for each in Sort)


@pytest.fixture
def lead(db):
    return worker(Role.FEEDING_LEAD)


def led_by(viewer, name, **more):
    (own,) = viewer.organisation_ids
    family_id = a_family(own, name=name, **more)
    take_lead(by=viewer, family_id=family_id)
    return family_id


def read(browser, **asked):
    answer = browser.post(reverse("export-caseload"), asked)
    return answer, list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))


def test_the_file_has_the_rows_asked_for_guarded_and_is_in_the_audit(lead, client):
    client.force_login(account_of(lead))
    led_by(lead, "=HYPERLINK Pop", speaks="ro", reads="ro")
    led_by(lead, "Ana Pop")
    answer, (headings, row) = read(client, language="ro")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert len(headings) == len(row)
    assert row[0] == "'=HYPERLINK Pop"
    assert AuditEntry.objects.filter(action="caseloads.caseload_exported").count() == 1


def test_one_who_looks_after_no_caseloads_takes_no_file(db, client):
    client.force_login(account_of(worker()))
    assert client.post(reverse("export-caseload")).status_code == 403
    assert "Take these rows" not in client.get(reverse("caseload")).content.decode()


def test_what_is_late_and_when_a_family_was_last_seen_stand_on_the_row(lead, client):
    client.force_login(account_of(lead))
    family_id = led_by(lead, "Ana Pop")
    led_by(lead, "Bea Pop")
    add_next_step(by=lead, family_id=family_id, what="Ring", due_on=clock.today(), owner=lead.membership_id)
    assert "Overdue" not in client.get(reverse("caseload")).content.decode()
    with clock.use(clock.FixedClock(clock.now() + timedelta(days=2))):
        client.force_login(account_of(lead))
        page = client.get(reverse("caseload"), {"overdue": "yes"}).content.decode()
    assert "Overdue" in page
    assert "Ana Pop" in page
    assert "Bea Pop" not in page


def test_three_hundred_rows_sifted_and_ordered_ask_few_questions(lead):
    for number in range(12):
        led_by(lead, f"Ana P{number}")
    counts = []
    for asked in ({}, {"sort": "name", "kind": "under_8_weeks", "overdue": ""}):
        with CaptureQueriesContext(connection) as asked_for:
            found = caseload(lead, ListAsked.of(asked)).families
        assert found.count in (0, 12)
        counts.append(len(asked_for))
    assert max(counts) <= MOST_STATEMENTS
