"""A visitor who types a word of danger into the search, in either box and in any language, sees Help now first."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("words=fever", "baby"),
        ("words=baby+won%27t+wake", "baby"),
        ("near=not+feeding", "baby"),
        ("words=suicidal", "mind"),
        ("words=heavy+bleeding+after+birth", "mother"),
        ("words=gor%C4%85czka", "baby"),
        ("words=bacha+dudh+nahi+pi+raha", "baby"),
        ("words=baby+moves+less+28+weeks", "pregnant"),
    ],
)
@pytest.mark.parametrize("language", ["en", "pl", "ar"])
def test_help_now_stands_before_everything_else(client: Client, language: str, asked: str, part: str) -> None:
    page = client.get(f"/{language}/find-support/?{asked}").content.decode()
    assert f'href="/{language}/help-now/#{part}"' in page
    assert page.index("kith-danger") < page.index("<form")


@pytest.mark.parametrize("asked", ["words=latch", "words=caf%C3%A9", "words=breast+pump", "near=Bletchley", ""])
def test_everyday_words_open_the_list(client: Client, asked: str) -> None:
    page = client.get(f"/en/find-support/?{asked}").content.decode()
    assert "kith-danger" not in page
    assert page.count('id="answer"') == 1
