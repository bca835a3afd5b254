from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.test import Client

from kith.kernel.marketing import code_faults
from kith.kernel.refusal import Refusal
from kith.library.actions.starter import STARTER, read_shelf, stock_library
from kith.library.actions.statements import approve_wording, confirm_statement, propose_wording, withdraw_statement
from kith.library.actions.translating import translate_statement
from kith.library.models.statements import Statement, StatementTranslation, Wording
from kith.library.queries.reading import advice_list, advice_page
from kith.library.rules.plain import plainness
from kith.library.rules.status import Status
from kith.library.rules.translating import TranslationState
from kith.library.rules.words import PageKind
from kith.library.tests import world
from kith.library.tests.world import BY, NAPPIES, SLUG, WEIGHT
from kith.organisations.rules import OrganisationKind
from kith.platform.access import NotFound
from kith.platform.access.viewer import ANONYMOUS

pytestmark = pytest.mark.django_db


def told(language: str = "en", slug: str = SLUG) -> list[str]:
    page = advice_page(ANONYMOUS, slug, language)
    return [each.text.text for section in page.sections for each in section.statements]


def test_words_are_told_once_two_organisations_have_approved_them() -> None:
    two = world.two_organisations()
    world.propose(two, NAPPIES, "Six heavy wet nappies.")
    world.a_page(NAPPIES)
    with pytest.raises(NotFound):
        told()
    assert not approve_wording(by=BY, key=NAPPIES, number=1, organisation_id=two.hospital)
    assert not approve_wording(by=BY, key=NAPPIES, number=1, organisation_id=two.hospital)
    with pytest.raises(NotFound):
        told()
    assert approve_wording(by=BY, key=NAPPIES, number=1, organisation_id=two.visitors)
    assert told() == ["Six heavy wet nappies."]


def test_one_change_reaches_every_page_that_cites_it() -> None:
    two = world.a_library()
    world.a_page(NAPPIES, slug="first-days", title="The first days")
    world.change(two, NAPPIES, "At least six heavy wet nappies.")
    for slug in (SLUG, "first-days"):
        assert "At least six heavy wet nappies." in told(slug=slug)


def test_until_new_words_are_approved_readers_see_the_last_approved_ones() -> None:
    world.a_library()
    before = told()
    propose_wording(by=BY, key=NAPPIES, words=world.words("Other words."))
    assert told() == before


def test_a_withdrawn_answer_is_told_nowhere_and_says_why() -> None:
    world.a_library()
    with pytest.raises(Refusal):
        withdraw_statement(by=BY, key=NAPPIES, why=" ")
    withdraw_statement(by=BY, key=NAPPIES, why="The guidance has changed.")
    assert told() == ["Most babies are back at their birth weight by two weeks."]
    with pytest.raises(Refusal, match="statement_withdrawn"):
        propose_wording(by=BY, key=NAPPIES, words=world.words("Other."))


def test_where_two_answers_contradict_the_one_approved_last_is_told_once(clock: Any) -> None:
    two = world.a_library()
    clock.advance(days=1)
    world.say(two, "first-days.nappies", "Count eight nappies.", question=NAPPIES)
    world.a_page(NAPPIES, "first-days.nappies", WEIGHT)
    assert told() == ["Count eight nappies.", "Most babies are back at their birth weight by two weeks."]


def test_an_answer_past_its_day_is_still_told_and_says_so(clock: Any) -> None:
    world.a_library()
    clock.advance(days=900)
    page = advice_page(ANONYMOUS, SLUG, "en")
    assert page.is_past_review
    assert page.sections[0].statements[0].status is Status.PAST_REVIEW
    confirm_statement(by=BY, key=NAPPIES, review_by=clock.now().date().replace(year=2030))
    page = advice_page(ANONYMOUS, SLUG, "en")
    assert page.sections[0].statements[0].status is Status.CURRENT


def test_a_change_of_the_english_makes_translations_older() -> None:
    two = world.a_library()
    translate_statement(by=BY, key=NAPPIES, language="ro", text="Șase scutece.", checked_by="Daniela Stoian")
    translate_statement(by=BY, key=WEIGHT, language="ro", text="Două săptămâni.")
    before = advice_page(ANONYMOUS, SLUG, "ro").sections[0].statements
    assert [each.state for each in before] == [TranslationState.CHECKED, TranslationState.DRAFTED]
    world.change(two, NAPPIES, "At least six heavy wet nappies.")
    after = advice_page(ANONYMOUS, SLUG, "ro").sections[0].statements
    assert after[0].state is TranslationState.OLDER
    assert after[0].text.text == "Șase scutece."


def test_what_is_not_translated_is_told_in_english_and_says_so() -> None:
    world.a_library()
    page = advice_page(ANONYMOUS, SLUG, "ro")
    assert page.state is TranslationState.MISSING
    assert page.title.lang == "en"


@pytest.mark.parametrize("language", ["en", "tlh"])
def test_there_is_no_translation_into_english_or_into_what_we_do_not_speak(language: str) -> None:
    world.a_library()
    with pytest.raises(NotFound):
        translate_statement(by=BY, key=NAPPIES, language=language, text="Six.")


def test_words_against_the_code_are_refused() -> None:
    world.a_library()
    with pytest.raises(Refusal, match="against_the_code"):
        propose_wording(by=BY, key=NAPPIES, words=world.words("Buy Aptamil."))


def test_the_same_words_are_not_proposed_twice() -> None:
    world.a_library()
    propose_wording(by=BY, key=NAPPIES, words=world.words("Other."))
    with pytest.raises(Refusal, match="same_words"):
        propose_wording(by=BY, key=NAPPIES, words=world.words("Other."))


def test_a_page_cannot_cite_what_is_not_there() -> None:
    world.a_library()
    with pytest.raises(Refusal, match="statements_unknown"):
        world.a_page("enough-milk.nothing")


def test_the_database_lets_nothing_stand_that_one_organisation_approved() -> None:
    two = world.two_organisations()
    world.propose(two, NAPPIES, "Six.")
    approve_wording(by=BY, key=NAPPIES, number=1, organisation_id=two.hospital)
    with pytest.raises(IntegrityError, match="two organisations"), transaction.atomic():
        Wording.objects.filter(statement__key=NAPPIES).update(is_current=True, approved_at="2026-03-10T10:00:00Z")


def test_the_database_never_changes_approved_words() -> None:
    world.a_library()
    with pytest.raises(ProgrammingError, match="never changed"), transaction.atomic():
        Wording.objects.filter(statement__key=NAPPIES).update(text="Other.")


def test_the_public_pages_tell_it_and_write_nothing(client: Client) -> None:
    world.a_library()
    listed = client.get("/en/advice/")
    page = client.get(f"/en/advice/{SLUG}/")
    assert f"/en/advice/{SLUG}/" in listed.content.decode()
    assert "six heavy wet nappies" in page.content.decode()
    assert "Set-Cookie" not in page.headers
    assert client.get("/en/advice/nothing-here/").status_code == 404


def test_a_page_costs_few_questions(django_assert_max_num_queries: Any) -> None:
    world.a_library()
    with django_assert_max_num_queries(8):
        told("ro")
    with django_assert_max_num_queries(2):
        advice_list(ANONYMOUS, "ro")


def test_a_folder_is_loaded_whole_and_again_without_change(tmp_path: Path) -> None:
    world.two_organisations()
    folder = a_folder(tmp_path)
    counts = stock_library(by=BY, folder=folder, approved=True)
    assert (counts["pages"], counts["statements"], counts["translations"]) == (1, 1, 2)
    assert told("ro") == ["Șase scutece."]
    again = stock_library(by=BY, folder=folder, approved=True)
    assert (again["changed"], again["translations"]) == (0, 0)
    english = folder / "en/enough-milk.toml"
    english.write_text(english.read_text().replace("Six", "At least six"))
    assert stock_library(by=BY, folder=folder, approved=True)["changed"] == 1
    assert told() == ["At least six."]
    assert StatementTranslation.objects.get().of_wording.number == 1


def test_a_real_place_approves_the_words_itself(tmp_path: Path) -> None:
    world.two_organisations()
    stock_library(by=BY, folder=a_folder(tmp_path), approved=False)
    with pytest.raises(NotFound):
        told()


def test_a_folder_with_a_fault_changes_nothing_and_names_it(tmp_path: Path) -> None:
    world.two_organisations()
    folder = a_folder(tmp_path)
    english = folder / "en/enough-milk.toml"
    english.write_text(english.read_text().replace('owner = "hospital"', 'owner = "charity"'))
    with pytest.raises(ValueError, match="charity"):
        stock_library(by=BY, folder=folder, approved=True)
    assert not Statement.objects.exists()


def test_what_somebody_checked_is_not_overwritten_by_a_file(tmp_path: Path) -> None:
    world.two_organisations()
    folder = a_folder(tmp_path)
    stock_library(by=BY, folder=folder, approved=True)
    translate_statement(by=BY, key=NAPPIES, language="ro", text="Cel puțin șase.", checked_by="Daniela Stoian")
    stock_library(by=BY, folder=folder, approved=True)
    assert told("ro") == ["Cel puțin șase."]


def a_folder(tmp_path: Path) -> Path:
    """English and Romanian of one page."""
    files = {
        "en": f"""slug = "{SLUG}"
title = "Enough milk?"
summary = "How you can tell."
topic = "feeding"
[[section]]
heading = "Signs"
statements = ["{NAPPIES}"]
[[statement]]
id = "{NAPPIES}"
text = "Six."
owner = "hospital"
source = "NHS"
source_url = "https://www.nhs.uk/"
evidence = "national guidance"
review_by = 2027-09-30
approved_by = ["hospital", "health-visiting"]
""",
        "ro": f"""title = "Destul lapte?"
summary = "Cum vă dați seama."
[[section]]
heading = "Semne"
[[statement]]
id = "{NAPPIES}"
text = "Șase scutece."
""",
    }
    for language, content in files.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / f"{SLUG}.toml").write_text(content)
    return tmp_path


def test_the_starter_library_can_be_loaded_as_it_is() -> None:
    world.two_organisations()
    world.add_organisation(by=BY, name="The council", kind=OrganisationKind.COUNCIL)
    world.add_organisation(by=BY, name="The charity", kind=OrganisationKind.CHARITY)
    counts = stock_library(by=BY, approved=True)
    assert counts["pages"] > 12
    told_in_romanian = [each for kind in PageKind for each in advice_list(ANONYMOUS, "ro", kind)]
    assert sum(len(each.pages) for each in told_in_romanian) == counts["pages"]


def test_the_starter_library_is_plain_and_keeps_the_code() -> None:
    shelf = read_shelf(STARTER)
    assert shelf.faults == []
    texts = {each.key: each.text for page in shelf.pages for each in page.statements}
    assert len(texts) > 100
    hard = {key: plainness(text) for key, text in texts.items() if not plainness(text).is_plain}
    assert hard == {}
    assert {key: code_faults(text) for key, text in texts.items() if code_faults(text)} == {}
    for pages in shelf.translated.values():
        assert [page.slug for page in pages if code_faults(*page.texts.values())] == []
