"""Every row of every list can be reached, a list asks as many questions for many rows as for few, and search finds."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.families.actions.consenting import withdraw_consent
from kith.families.actions.people import add_parent
from kith.families.models.people import Parent
from kith.families.queries.page import family_page
from kith.families.rules.entries import NewParent
from kith.kernel.ids import FamilyId
from kith.platform.listing import paged
from testing.people import KITH, a_family, organisation
from tests.listed.courses import COURSE_LISTS
from tests.listed.families import (
    FAMILY_LISTS,
    caseload,
    due_feeding,
    next_steps,
    notices,
    programme,
    readers,
    referrals_sent,
    referrals_to_answer,
    unled_families,
)
from tests.listed.page import ListOnPage, name_of
from tests.listed.work import WORK_LISTS, interpreters

pytestmark = pytest.mark.django_db
FAMILIES_SEARCHED = (caseload, programme, referrals_sent, referrals_to_answer, unled_families)
SEARCHED = (*FAMILIES_SEARCHED, interpreters)
Made = Callable[[], ListOnPage]


@pytest.fixture(autouse=True)
def _second_factor_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)


@pytest.mark.parametrize("made", [*FAMILY_LISTS, *WORK_LISTS, *COURSE_LISTS], ids=lambda made: made.__name__)
def test_page_after_page_shows_every_row_once(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(paged.__kwdefaults__, "size", 2)
    listed = made()
    rows = listed.fill(1, 5)
    pages = list(listed.pages())
    assert len(pages) >= 3
    assert {row: sum(row in page for page in pages) for row in rows} == dict.fromkeys(rows, 1)


@pytest.mark.parametrize("made", [*FAMILY_LISTS, *WORK_LISTS, *COURSE_LISTS], ids=lambda made: made.__name__)
def test_many_rows_ask_as_many_questions_as_few(made: Made) -> None:
    listed = made()
    counts = []
    for first, last in ((1, 2), (3, 7)):
        listed.fill(first, last)
        listed.page()
        with CaptureQueriesContext(connection) as asked:
            listed.page()
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("made", SEARCHED, ids=lambda made: made.__name__)
def test_a_search_finds_the_rows_with_the_words_on_every_page(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(paged.__kwdefaults__, "size", 2)
    listed = made()
    rows = listed.fill(1, 12)
    pages = list(listed.pages("?words=zoricaba"))
    assert {row for row in rows if any(row in page for page in pages)} == {row for row in rows if "Zoricaba" in row}
    assert "9 found" in pages[0]
    assert "0 found" in listed.page("?words=Nobody")
    assert "1 found" in listed.page(f"?words={rows[4].upper()}")


@pytest.mark.parametrize("made", FAMILIES_SEARCHED, ids=lambda made: made.__name__)
def test_a_search_says_nothing_of_a_family_that_no_longer_lets_her_in(made: Made) -> None:
    listed = made()
    (row, other) = listed.fill(1, 2)
    assert "1 found" in listed.page(f"?words={row}"), "the control: while it does, it is found"
    family = family_page(KITH, FamilyId(Parent.objects.get(given_name=row).family_id))
    for consent in family.consents:
        withdraw_consent(by=KITH, family_id=family.id, consent_id=consent.id)
    found = listed.page(f"?words={row}")
    assert "0 found" in found
    assert f">{row}" not in found
    assert other in listed.page()


def test_a_search_says_nothing_of_a_family_of_another_organisation() -> None:
    listed = unled_families()
    a_family(organisation(), name="Zoricasele Pop")
    assert "0 found" in listed.page("?words=Zoricasele")


def test_who_was_sent_a_referral_finds_the_name_it_may_know_and_not_her_partner() -> None:
    listed = referrals_to_answer()
    (row,) = listed.fill(1, 1)
    family_id = FamilyId(Parent.objects.get(given_name=row).family_id)
    add_parent(by=KITH, family_id=family_id, parent=NewParent("Bogdanel", "Rus", is_main=False))
    assert "1 found" in listed.page(f"?words={row}")
    assert "0 found" in listed.page("?words=Bogdanel")


@pytest.mark.parametrize(
    ("made", "most", "cut_page"),
    [
        (unled_families, "kith.caseloads.queries.unled.MOST_UNLED", "/desk/today/"),
        (due_feeding, "kith.feeding.queries.due.MOST_ROWS", "/desk/today/"),
        (next_steps, "kith.tasks.queries.next_steps.MOST_STEPS", "/desk/today/"),
        (notices, "kith.tasks.queries.notices.MOST_NOTICES", "/desk/today/"),
        (readers, "kith.rights.sections.MOST_READERS", "/en/my/"),
    ],
    ids=lambda each: getattr(each, "__name__", None),
)
def test_a_list_that_is_cut_leads_to_all_of_it(
    made: Made, most: str, cut_page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(most, 2)
    listed = made()
    cut, link = replace(listed, address=cut_page), f'href="{listed.address}"'
    rows = listed.fill(1, 2)
    assert link not in cut.page(), "the control: nothing is cut off yet"
    rows += listed.fill(3, 4)
    assert link in cut.page()
    assert sum(row in cut.page() for row in rows) == 2


def test_a_last_page_that_has_become_empty_is_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(paged.__kwdefaults__, "size", 2)
    listed = caseload()
    (first, *_) = listed.fill(1, 3)
    assert any(row in listed.page("?page=9") for row in (first, name_of(2), name_of(3)))
