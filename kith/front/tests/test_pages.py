"""The public pages open for every visitor, leave no trace, and always have a person to call."""

import re

import pytest
from django.test import Client

from kith.front.models import Helpline

PAGES = ("", "help-now/", "who-we-are/", "accessibility/", "privacy/", "sources/")

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("ro-RO,ro;q=0.9,en;q=0.5", "ro"),
        ("ar", "ar"),
        ("de,fr;q=0.5", "en"),
        ("", "en"),
        ("*", "en"),
        ("zz;;q=x", "en"),
        ("pa-PK, ur;q=0.8", "ur"),
        ("pa-PK", "ur"),
        ("pnb,en;q=0.5", "ur"),
        ("pa-IN,en;q=0.5", "pa"),
        ("pa-Guru-PK", "pa"),
        ("ur-Latn,en;q=0.5", "en"),
        ("ur-Latn,pl;q=0.5", "pl"),
        ("mo", "ro"),
        ("ro-MD,ru;q=0.8", "ro"),
        ("zh-CN,zh;q=0.9", "en"),
        ("en-GB,pl;q=0.9", "en"),
        ("en;q=0.1,so-SO;q=0.7", "so"),
    ],
)
def test_the_first_address_leads_to_the_language_the_browser_wishes(client: Client, wish: str, language: str):
    response = client.get("/", headers={"accept-language": wish})
    assert response.status_code == 302
    assert response["Location"] == f"/{language}/"
    assert "Accept-Language" in response["Vary"]
    assert not response.cookies


@pytest.mark.parametrize("language", ["en", "ro", "ar"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands_in_every_language_without_a_cookie(client: Client, page: str, language: str):
    response = client.get(f"/{language}/{page}", headers={"accept-language": "de"})
    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.content.decode()
    assert not response.cookies
    assert f'href="/{language}/help-now/"' in response.content.decode()


def test_help_now_shows_signs_and_numbers_before_any_form(client: Client):
    text = client.get("/en/help-now/").content.decode()
    assert "<form" not in text
    assert text.index("Call 999 or go to") < text.index("Call now, day or night") < text.index("0300 100 0212")
    assert text.count("kith-danger") == 13
    for number in Helpline.objects.values_list("number", flat=True):
        assert f':{number}"' in text
    assert "Messages are not watched" in text
    assert text.count("To be reviewed by:") >= 2


def test_signs_that_no_speaker_has_checked_are_labelled_though_the_catalogue_is_checked(
    client: Client, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("kith.platform.ui.context.checked_by", lambda _code: "Ioana Popescu")
    assert 'class="kith-notice"' in client.get("/ro/help-now/").content.decode()
    assert 'class="kith-notice"' not in client.get("/en/help-now/").content.decode()
    assert 'class="kith-notice"' not in client.get("/ro/privacy/").content.decode()  # the control


def test_help_now_is_whole_though_nobody_owns_the_signs_yet(client: Client):
    text = client.get("/en/help-now/").content.decode()
    assert len(re.findall(r"<p[ >]", text)) == text.count("</p>")


def test_a_hidden_helpline_is_not_shown(client: Client):
    Helpline.objects.filter(number="+443003302090").update(is_shown=False)
    assert "0300 330 2090" not in client.get("/en/help-now/").content.decode()


def test_what_a_helpline_is_for_is_said_in_the_readers_language(client: Client):
    assert "Întrebări despre somnul mai sigur" in client.get("/ro/help-now/").content.decode()


def test_advice_past_its_review_date_says_so(client: Client, clock):
    assert "Past its review date" not in client.get("/en/help-now/").content.decode()
    clock.advance(days=800)
    assert "Past its review date" in client.get("/en/help-now/").content.decode()


def test_home_asks_the_place_nothing_it_does_not_need(client: Client, django_assert_max_num_queries):
    client.get("/en/")
    with django_assert_max_num_queries(3):
        client.get("/en/")


def test_a_page_that_is_not_there_keeps_the_numbers_to_call(client: Client):
    response = client.get("/ro/nowhere/")
    assert response.status_code == 404
    assert '<html lang="ro"' in response.content.decode()
    assert "tel:999" in response.content.decode()
