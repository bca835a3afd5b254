"""The signs of danger: told from the library, and never one fewer or one lower than Kith ships."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import translation

from kith.kernel import choices
from kith.kernel import clock as kernel_clock
from kith.kernel.danger import Level, Subject, higher_alarm
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.kernel.refusal import Refusal
from kith.library.actions.pages import SectionWords
from kith.library.actions.starter import STARTER, read_shelf, stock_library
from kith.library.actions.statements import propose_wording, withdraw_statement
from kith.library.actions.translating import translate_statement
from kith.library.models.pages import AdviceSection
from kith.library.models.statements import ClinicalCheck, Statement
from kith.library.queries.signs import shipped_signs
from kith.library.queries.signs_desk import signs_desk
from kith.library.rules.signs import Card, TroubleKind, cards_shown, may_write_signs
from kith.library.tests import world
from kith.library.tests.world import BY, LATER, OTHER_SIGN, SIGN
from kith.platform.ui.signs import SignSubject, signs_about
from kith.platform.web import lasting

pytestmark = pytest.mark.django_db


def told(language: str = "en") -> dict[str, dict[str, str]]:
    """Key to words, by the anchor of the card, as readers are told now."""
    lasting.forget_all()
    with translation.override(language):
        return {
            card.anchor: {sign.key: sign.text.text for sign in card.signs}
            for about in signs_about()
            for card in about.cards
        }


def baby() -> SignSubject:
    lasting.forget_all()
    return signs_about([Subject.BABY])[0]


def troubles(viewer: Any) -> set[tuple[TroubleKind, str]]:
    desk = signs_desk(viewer)
    return {(each.kind, each.key) for about in desk.subjects for each in about.troubles if about.subject == "baby"}


def test_an_empty_place_tells_the_signs_that_come_with_kith_in_every_language() -> None:
    english = told()
    assert list(english) == [
        f"{subject}-{card.level}" for subject, page in shipped_signs().pages.items() for card in page.cards
    ]
    for language in INTERFACE_LANGUAGES:
        assert {anchor: list(signs) for anchor, signs in told(language.code).items()} == {
            anchor: list(signs) for anchor, signs in english.items()
        }
    assert baby().checked_by == ()


def test_approved_words_of_the_place_take_the_shipped_ones_place() -> None:
    two = world.two_organisations()
    world.propose(two, SIGN, "has a fit (shakes and does not respond)")
    assert told()["baby-999"][SIGN].startswith("has a fit, even")  # not approved yet
    world.approve(two, SIGN)
    assert told()["baby-999"][SIGN] == "has a fit (shakes and does not respond)"


def test_a_page_of_the_place_cannot_lose_a_sign_or_lower_its_alarm() -> None:
    two = world.a_library()
    world.a_page_of_signs(two, emergency=(OTHER_SIGN,), now=(SIGN,))
    shown = told()
    assert SIGN in shown["baby-999"]
    assert OTHER_SIGN in shown["baby-999"]  # a higher alarm is the place's to give
    assert {"signs-baby.green-vomit", "signs-baby.rash"} <= shown["baby-999"].keys()
    found = troubles(world.a_viewer(two))
    assert (TroubleKind.LOWERED, SIGN) in found
    assert (TroubleKind.OFF_ITS_CARD, "signs-baby.rash") in found
    assert (TroubleKind.LOWERED, OTHER_SIGN) not in found


def test_a_withdrawn_sign_goes_on_until_another_stands_in_its_stead() -> None:
    two = world.a_library()
    world.a_page_of_signs(two)
    withdraw_statement(by=BY, key=SIGN, why="Put better elsewhere.")
    assert told()["baby-999"][SIGN] == "has a fit"
    assert (TroubleKind.WITHDRAWN_ALONE, SIGN) in troubles(viewer := world.a_viewer(two))
    world.say(two, "signs-baby.seizure", "has a fit or a seizure", question=SIGN)
    assert told()["baby-999"]["signs-baby.seizure"] == "has a fit or a seizure"
    assert SIGN not in told()["baby-999"]
    assert (TroubleKind.WITHDRAWN_ALONE, SIGN) not in troubles(viewer)


def test_a_sign_past_its_review_goes_on_and_the_desk_says_so(clock: Any) -> None:
    two = world.a_library()
    world.a_page_of_signs(two)
    viewer = world.a_viewer(two)
    assert not baby().is_past_review
    clock.set(clock.now() + (LATER - clock.now().date()) + timedelta(days=1))
    assert baby().is_past_review
    assert told()["baby-999"][SIGN] == "has a fit"
    assert (TroubleKind.PAST_REVIEW, SIGN) in troubles(viewer)


def test_a_translation_with_another_count_shows_english_for_what_is_missing() -> None:
    two = world.a_library()
    world.a_page_of_signs(two)
    translate_statement(by=BY, key=SIGN, language="pl", text="ma drgawki")
    shown = told("pl")
    assert shown["baby-999"][SIGN] == "ma drgawki"
    assert shown["baby-now"][OTHER_SIGN] == "is sleepier than usual"
    desk = signs_desk(world.a_viewer(two)).subjects[0]
    lacking = {each.language: each.count for each in desk.troubles if each.kind is TroubleKind.NOT_IN_LANGUAGE}
    assert lacking["pl"] == 1
    assert lacking["ar"] == 2


def test_a_place_without_its_maternity_number_sends_to_the_next_higher_ones(
    monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    two = world.a_library()
    page = client.get("/en/help-now/").content.decode()
    assert page.count('href="tel:+441632960911"') > 2
    viewer = world.a_viewer(two)
    assert signs_desk(viewer).troubles == ()
    monkeypatch.setattr(choices, "_chosen", dict)
    lasting.forget_all()
    assert [each.kind for each in signs_desk(viewer).troubles] == [TroubleKind.NO_MATERNITY_NUMBER]
    (pregnant,) = signs_about([Subject.PREGNANT])
    now = next(card for card in pregnant.cards if card.level is Level.NOW)
    assert now.numbers == ("111", "999")
    assert now.lacks_maternity_number


def test_a_translation_older_than_its_english_is_not_told_of_a_sign() -> None:
    two = world.a_library()
    world.a_page_of_signs(two)
    translate_statement(by=BY, key=SIGN, language="ur", text="دورہ پڑے")
    assert told("ur")["baby-999"][SIGN] == "دورہ پڑے"
    world.change(two, SIGN, "has a fit or a seizure")
    assert told("ur")["baby-999"][SIGN] == "has a fit or a seizure"


def test_a_heading_that_lost_the_number_to_call_is_shown_as_it_ships() -> None:
    two = world.a_library()
    world.a_page_of_signs(two)
    AdviceSection.objects.filter(level="999").update(heading="Think about calling")
    card = next(card for card in baby().cards if card.level is Level.EMERGENCY)
    assert card.heading.text.startswith("Call 999 or go to")


def test_a_clinician_checks_what_stands_and_new_words_are_unchecked_again() -> None:
    two = world.a_library()
    world.a_page_of_signs(two)
    viewer = world.a_viewer(two)
    assert world.check() == 2
    line = signs_desk(viewer).subjects[0].cards[0].lines[0]
    with pytest.raises(Refusal, match="nothing_to_check"):
        world.check()
    assert {each.key for card in signs_desk(viewer).subjects[0].cards for each in card.lines if each.is_checked}
    assert line.key
    assert baby().checked_by == ()  # the shipped ones beside them are not checked
    world.change(two, SIGN, "has a fit or seizure")
    unchecked = {
        each.key for card in signs_desk(viewer).subjects[0].cards for each in card.lines if not each.is_checked
    }
    assert SIGN in unchecked
    with pytest.raises(DatabaseError), transaction.atomic():
        ClinicalCheck.objects.update(clinician="Somebody else")


def test_where_every_sign_is_checked_the_reader_is_told_by_whom() -> None:
    two = world.a_library()
    for organisation in ("council", "charity"):
        world.add_organisation(by=BY, name=organisation, kind=rules_kind(organisation))
    stock_library(by=BY, approved=True)
    world.check()
    assert baby().checked_by == ("Dr Priya Nair, consultant neonatologist",)
    assert Statement.objects.filter(key=SIGN).exists()
    assert two.hospital


def rules_kind(name: str) -> Any:
    return type(world.OrganisationKind.COUNCIL)(name)


def test_cards_of_signs_are_refused_where_they_could_mislead() -> None:
    card = SectionWords("Call 999 if your baby", (SIGN,), "", Level.EMERGENCY)
    again = SectionWords("Call now if your baby", (SIGN,), "", Level.NOW)
    assert may_write_signs("signs-baby", [card]) is None
    for slug, sections, code in (
        ("signs-cat", [card], "signs_address"),
        ("signs-baby", [SectionWords("Somehow", (SIGN,))], "signs_without_level"),
        ("signs-baby", [card, again], "sign_twice"),
        ("signs-baby", [card, SectionWords("Call 999 too", (OTHER_SIGN,), "", Level.EMERGENCY)], "level_twice"),
        ("signs-baby", [SectionWords("Ask somebody", (SIGN,), "", Level.EMERGENCY)], "heading_without_999"),
    ):
        refusal = may_write_signs(slug, sections)
        assert refusal
        assert refusal.code == code


def test_no_alarm_falls_and_what_is_no_alarm_stays_where_it_was() -> None:
    assert higher_alarm(Level.EMERGENCY, Level.NOW) is Level.EMERGENCY
    assert higher_alarm(Level.NOW, Level.EMERGENCY) is Level.EMERGENCY
    assert higher_alarm(Level.FIRST_AID, Level.CARE) is Level.FIRST_AID
    given = (Card(Level.EMERGENCY, {}, {}, ("a", "b")), Card(Level.NOW, {}, {}, ("c",)))
    put = (Card(Level.NOW, {}, {}, ("a", "d")),)
    shown = {card.level: card.signs for card in cards_shown(given, put)}
    assert shown == {Level.EMERGENCY: ("a", "b"), Level.NOW: ("d", "c")}


def test_the_desk_shows_the_cards_and_takes_a_check(client: Client) -> None:
    two = world.a_library()
    world.a_page_of_signs(two)
    client.force_login(world.an_editor(two))
    page = client.get("/desk/library/signs/").content.decode()
    assert "signs-baby.rash" in page
    assert "to see to" in client.get("/desk/library/").content.decode()
    address = "/desk/library/signs/baby/check/"
    assert client.post(address, {"name": "Dr Nair"}).status_code == 422
    filled = {"name": "Dr Nair", "profession": "Consultant", "registration": "GMC 1"}
    assert "The signs have changed" in client.post(address, filled).content.decode()
    (filled["mark"],) = re.findall(r'name="mark" value="([^"]+)"', client.get(address).content.decode())
    assert client.post(address, filled).status_code == 303
    assert client.post(address, filled).status_code == 422
    assert "Dr Nair, Consultant" in client.get("/desk/library/signs/").content.decode()
    assert client.get("/desk/library/signs/cat/check/").status_code == 404
    assert client.get("/desk/library/signs/mother/check/").status_code == 404  # nothing of this place to check yet


def test_review_days_are_days() -> None:
    assert all(isinstance(each.review_by, date) for each in shipped_signs().words.values())
    assert kernel_clock.today()


def test_whoever_approves_sees_what_a_wording_would_change_about_a_fact(client: Client) -> None:
    two = world.a_library()
    fact, right = "making-formula.hot", shipped_text("making-formula.hot")
    world.say(two, fact, right)
    client.force_login(world.an_editor(two))
    address, warning = f"/desk/library/statements/{fact}/", "These words may change a fact of danger"
    assert warning not in client.get(address).content.decode()
    propose_wording(by=BY, key=fact, words=world.words(right.replace("70", "50")))
    page = client.get(address).content.decode()
    assert warning in page
    assert "70 celsius" in page


def shipped_text(key: str) -> str:
    pages = read_shelf(STARTER).pages
    return next(each.text for page in pages for each in page.statements if each.key == key)
