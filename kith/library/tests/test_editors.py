from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from kith.kernel import clock as kernel_clock
from kith.kernel.refusal import Refusal
from kith.library.actions.telling import look_through_library
from kith.library.models.statements import Approval, Statement, StatementTranslation
from kith.library.queries.editors import library_desk, statement_page
from kith.library.queries.languages import language_table
from kith.library.queries.reading import told_by_staff
from kith.library.rules.status import Status
from kith.library.rules.translating import TranslationState
from kith.library.rules.words import PageKind
from kith.library.tests import world
from kith.library.tests.world import BY, NAPPIES, SLUG, WEIGHT
from kith.platform.access.viewer import viewer_of_account
from kith.platform.sign_in.models import Account

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> world.Two:
    return world.a_library()


@pytest.fixture
def desk(two: world.Two, client: Client) -> Client:
    """The browser of a editor."""
    client.force_login(world.an_editor(two))
    return client


def told(kind: str) -> int:
    return int(apps.get_model("messages", "Message").objects.filter(kind=kind).count())


def test_owners_are_told_once_of_what_is_past_its_day(two: world.Two, clock: Any) -> None:
    world.an_editor(two)
    assert look_through_library(by=BY) == 0
    clock.advance(days=900)
    look_through_library(by=BY)
    look_through_library(by=BY)
    assert told("advice_past_review") == 2


def test_owners_are_told_when_two_answers_contradict(two: world.Two) -> None:
    world.an_editor(two)
    world.say(two, "first-days.nappies", "Count eight nappies.", question=NAPPIES)
    assert told("advice_contradicts") == 2
    viewer = viewer_of_account(Account.objects.get())
    assert viewer
    page = library_desk(viewer)
    assert {each.key for each in page.contradictions[0]} == {NAPPIES, "first-days.nappies"}
    assert statement_page(viewer, NAPPIES).status is Status.CONTRADICTED


def test_the_control_answers_in_the_same_words_do_not_contradict(two: world.Two) -> None:
    world.an_editor(two)
    text = "From day five,  six heavy wet nappies a day are a good sign."
    world.say(two, "first-days.nappies", text, question=NAPPIES)
    assert told("advice_contradicts") == 0


def test_a_keeper_adds_an_answer_and_her_organisation_approves_it(desk: Client, two: world.Two) -> None:
    form = {
        "key": "enough-milk.stools",
        "text": "Poo turns yellow by day four.",
        "source": "NHS",
        "source_url": "https://www.nhs.uk/",
        "evidence": "national guidance",
        "owner": str(two.hospital),
        "review_by_day": "1",
        "review_by_month": "9",
        "review_by_year": "2027",
    }
    answer = desk.post("/desk/library/statements/new/", form)
    assert answer.status_code == 303
    page = answer["Location"]
    assert "Waiting for approval" in desk.get(page).content.decode()
    assert desk.post(page, {"do": "approve", "number": "1"}).status_code == 303
    assert Approval.objects.filter(wording__statement__key="enough-milk.stools").count() == 1
    assert "Your organisation has approved these words" in desk.get(page).content.decode()


def test_words_that_are_hard_to_read_come_back_once(desk: Client) -> None:
    hard = " ".join(["Individualised responsive infant feeding conversations"] * 8) + "."
    form = {
        "text": hard,
        "source": "NHS",
        "source_url": "https://www.nhs.uk/",
        "evidence": "national guidance",
    }
    page = f"/desk/library/statements/{NAPPIES}/words/"
    first = desk.post(page, form)
    assert first.status_code == 422
    assert "Use shorter words" in first.content.decode()
    assert desk.post(page, {**form, "keep_words": "on"}).status_code == 303


def test_words_against_the_code_say_what_was_found(desk: Client) -> None:
    form = {"text": "Buy Aptamil.", "source": "N", "source_url": "https://www.nhs.uk/", "evidence": "good practice"}
    answer = desk.post(f"/desk/library/statements/{NAPPIES}/words/", form)
    assert answer.status_code == 422
    assert "is a brand" in answer.content.decode()


def test_a_keeper_confirms_and_withdraws(desk: Client) -> None:
    page = f"/desk/library/statements/{NAPPIES}/"
    past = {"do": "confirm", "review_by_day": "1", "review_by_month": "1", "review_by_year": "2020"}
    assert desk.post(page, past).status_code == 422
    assert desk.post(page, {**past, "review_by_year": "2029"}).status_code == 303
    assert Statement.objects.get(key=NAPPIES).review_by.year == 2029
    assert desk.post(page, {"do": "withdraw", "why": ""}).status_code == 422
    withdrawn = {"do": "withdraw", "why": "The guidance has changed."}
    asked = desk.post(page, withdrawn).content.decode()
    assert all(said in asked for said in ("owns it, and is told why", 'value="The guidance has changed."'))
    assert desk.post(page, {**withdrawn, "sure": "yes"}).status_code == 303
    assert "Withdrawn" in desk.get(page).content.decode()


def test_a_translation_is_checked_by_name(desk: Client) -> None:
    page = f"/desk/library/statements/{NAPPIES}/in/ro/"
    assert "Six heavy" not in desk.get(page).content.decode()
    assert desk.post(page, {"text": "Șase scutece.", "checked_by": "Daniela Stoian"}).status_code == 303
    row = StatementTranslation.objects.get()
    assert (row.checked_by, row.checked_on) == ("Daniela Stoian", kernel_clock.today())


def test_a_page_is_put_together_and_translated(desk: Client) -> None:
    form = {
        "kind": "advice",
        "slug": "weight",
        "title": "Weight",
        "summary": "How babies grow.",
        "topic": "feeding",
        "order": "30",
        "heading_1": "Birth weight",
        "statements_1": WEIGHT,
    }
    assert desk.post("/desk/library/pages/new/", form).status_code == 303
    assert desk.post("/desk/library/pages/new/", form).status_code == 422
    unknown = desk.post("/desk/library/pages/weight/", {**form, "statements_1": "no.such"})
    assert unknown.status_code == 422
    assert "no.such" in unknown.content.decode()
    words = {"title": "Greutatea", "summary": "Cum cresc.", "heading_1": "La naștere"}
    assert desk.post("/desk/library/pages/weight/in/ro/", words).status_code == 303
    assert "Greutatea" in desk.get("/ro/advice/weight/").content.decode()
    assert desk.post("/desk/library/pages/weight/", {**form, "title": "Weight of babies"}).status_code == 303
    viewer = viewer_of_account(Account.objects.get())
    assert viewer
    row = next(each for each in language_table(viewer).pages if each.slug == "weight")
    states = {each.language.code: each.state for each in row.in_languages}
    # The answer on it has no Romanian yet, which weighs more than words that are older.
    assert states["ro"] is TranslationState.MISSING


def test_a_script_is_put_together_translated_and_stays_a_script(desk: Client) -> None:
    form = {
        "kind": "script",
        "slug": "a-call",
        "title": "A first call",
        "summary": "Ten minutes.",
        "topic": "feeding",
        "order": "30",
        "heading_1": "Weight",
        "note_1": "Ask when the baby was weighed.",
        "statements_1": WEIGHT,
    }
    assert desk.post("/desk/library/pages/new/", form).status_code == 303
    assert "Ask when the baby was weighed." in desk.get("/desk/library/pages/a-call/").content.decode()
    words = {"title": "Primul apel", "summary": "Zece minute.", "heading_1": "Greutatea"}
    assert desk.post("/desk/library/pages/a-call/in/ro/", words).status_code == 422
    words["note_1"] = "Întrebați când a fost cântărit."
    assert desk.post("/desk/library/pages/a-call/in/ro/", words).status_code == 303
    viewer = viewer_of_account(Account.objects.get())
    assert viewer
    note = told_by_staff(viewer, "a-call", "ro").sections[0].note
    assert note
    assert note.text == words["note_1"]
    changed = {**form, "kind": "slides", "note_1": "Ask where the red book is."}
    assert desk.post("/desk/library/pages/a-call/", changed).status_code == 303
    page = told_by_staff(viewer, "a-call", "ro")
    # The note's English is newer than its translation, so it is told in English.
    assert (page.kind, page.sections[0].note.lang if page.sections[0].note else "") == (PageKind.SCRIPT, "en")
    with pytest.raises(Refusal, match="kind_is_fixed"):
        world.a_page(WEIGHT, slug="a-call", kind=PageKind.SLIDES)


def test_notes_keep_the_code_too() -> None:
    world.a_library()
    with pytest.raises(Refusal, match="against_the_code"):
        world.a_page(WEIGHT, slug="a-call", kind=PageKind.SCRIPT, note="Offer Aptamil.")


def test_the_table_shows_every_page_in_every_language(desk: Client) -> None:
    shown = desk.get("/desk/library/languages/").content.decode()
    assert "Is my baby getting enough milk?" in shown
    assert "Română" in shown


def test_who_is_asked_by_parents_reads_the_same_words(desk: Client) -> None:
    shown = desk.get(f"/desk/scripts/{SLUG}/").content.decode()
    assert "six heavy wet nappies" in shown
    assert "NHS: breastfeeding" in shown
