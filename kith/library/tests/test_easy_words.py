import pytest
from django.core.cache import caches
from django.test import Client

from kith.kernel.refusal import Refusal
from kith.library.actions.statements import approve_wording, propose_wording
from kith.library.actions.translating import translate_statement
from kith.library.models.statements import Wording
from kith.library.queries.reading import advice_page
from kith.library.rules.plain import plainness
from kith.library.rules.translating import TranslationState
from kith.library.tests import world
from kith.library.tests.world import BY, NAPPIES, SLUG
from kith.platform.access.viewer import ANONYMOUS

pytestmark = pytest.mark.django_db

FULL = "From day five, six heavy wet nappies a day are a good sign."
EASY = "Count wet nappies. Six a day is good."


def read(client: Client, path: str) -> str:
    """The page as it is now: what a test changes is never committed, so the kept page does not know of it."""
    caches["pages"].clear()
    return client.get(path).content.decode()


def test_easy_words_stand_on_a_page_and_a_leaflet_of_their_own(client: Client) -> None:
    two = world.a_library()
    page, easy = f"/en/advice/{SLUG}/", f"/en/advice/{SLUG}/easy/"
    assert "easy/" not in read(client, page)
    assert "not in easy words yet. Here are the usual words" in read(client, easy)
    world.change(two, NAPPIES, FULL, easy_text=EASY)
    assert FULL in read(client, page)
    assert easy in read(client, page)
    shown = read(client, easy)
    assert EASY in shown
    assert FULL not in shown
    assert shown.count("This part is not in easy words yet.") == 1  # of the other answer
    assert client.get(f"/en/advice/{SLUG}/leaflet-easy.pdf").content.startswith(b"%PDF-")


def test_easy_words_are_approved_like_all_others() -> None:
    two = world.a_library()
    propose_wording(by=BY, key=NAPPIES, words=world.words(FULL, EASY))
    approve_wording(by=BY, key=NAPPIES, number=2, organisation_id=two.hospital)
    assert not advice_page(ANONYMOUS, SLUG, "en").has_easy_words
    approve_wording(by=BY, key=NAPPIES, number=2, organisation_id=two.visitors)
    assert advice_page(ANONYMOUS, SLUG, "en").has_easy_words
    with pytest.raises(Exception, match="never changed"):
        Wording.objects.filter(easy_text=EASY).update(easy_text="Other.")


def test_easy_words_keep_the_code_and_are_not_proposed_twice() -> None:
    two = world.a_library()
    with pytest.raises(Refusal, match="against_the_code"):
        propose_wording(by=BY, key=NAPPIES, words=world.words(FULL, "Buy Aptamil."))
    world.change(two, NAPPIES, FULL, easy_text=EASY)
    with pytest.raises(Refusal, match="same_words"):
        propose_wording(by=BY, key=NAPPIES, words=world.words(FULL, EASY))


def test_new_easy_words_leave_a_translation_of_the_full_ones_as_it_was() -> None:
    two = world.a_library()
    translate_statement(by=BY, key=NAPPIES, language="ro", text="Șase scutece.", checked_by="Daniela Stoian")
    world.change(two, NAPPIES, FULL, easy_text=EASY)
    told = advice_page(ANONYMOUS, SLUG, "ro").sections[0].statements[0]
    assert (told.state, told.easy) == (TranslationState.CHECKED, None)
    translate_statement(by=BY, key=NAPPIES, language="ro", text="Șase scutece.", easy_text="Numărați: șase.")
    assert advice_page(ANONYMOUS, SLUG, "ro").has_easy_words
    # From now on easy words in Romanian would be left behind, so a change of the English ones makes them older.
    world.change(two, NAPPIES, FULL, number=3, easy_text="Count the wet nappies. Six a day is good.")
    assert advice_page(ANONYMOUS, SLUG, "ro").sections[0].statements[0].state is TranslationState.OLDER


def test_easy_words_that_are_not_easy_come_back_once(client: Client) -> None:
    client.force_login(world.an_editor(world.a_library()))
    hard = "From the fifth day onwards six heavy wet nappies in a day and a night are a sign that feeding goes well."
    assert plainness(hard).is_plain
    assert not plainness(hard, easy=True).is_plain
    form = {"text": FULL, "easy_text": hard, "source": "NHS", "source_url": "https://www.nhs.uk/"}
    form["evidence"] = "national guidance"
    path = f"/desk/library/statements/{NAPPIES}/words/"
    answer = client.post(path, form)
    assert answer.status_code == 422
    assert "This sentence is long" in answer.content.decode()
    assert client.post(path, {**form, "easy_text": EASY}).status_code == 303
