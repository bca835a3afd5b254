"""With the database stopped Help now still answers, in every language, with every card; first start included."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import psycopg
import pytest

from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.library.queries.signs import shipped_signs
from testing import database
from testing.place import RunningPlace, served

NOWHERE = "postgresql://nobody@/none?host=/nowhere"
CARDS = [f"{subject}-{card.level}" for subject, page in shipped_signs().pages.items() for card in page.cards]
HERS = "As this place has written it: call us about feeding"


def answer(place: RunningPlace, path: str, **headers: str) -> tuple[HTTPResponse, str]:
    with closing(HTTPConnection("127.0.0.1", place.port, timeout=20)) as asking:
        asking.request("GET", path, headers=headers)
        response = asking.getresponse()
        return response, response.read().decode()


def assert_told_in_every_language(place: RunningPlace) -> None:
    for language in INTERFACE_LANGUAGES:
        for headers in ({}, {"Cookie": "kith=0123456789abcdef0123456789abcdef"}):
            response, text = answer(place, f"/{language.code}/help-now/", **headers)
            assert response.status == 200
            assert re.findall(r'kith-danger" id="([^"]+)"', text) == CARDS
            assert text.count("<li>") > 75
            assert "tel:+443001000212" in text
            assert "tel:116123" in text


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="kith-stopped-") as path:
        yield Path(path)


def test_a_place_whose_database_never_answered_tells_what_comes_with_kith(folder: Path) -> None:
    with served(NOWHERE, folder, worker=False, web_workers=1) as place:
        assert_told_in_every_language(place)
        assert answer(place, "/en/find-support/")[0].status == 500  # the control: the database really is not there


def test_a_place_whose_database_has_gone_tells_its_own_last_copy(database_server: str, folder: Path) -> None:
    name = database.fresh_name("stopped")
    with database.database(database_server, name) as url:
        with psycopg.connect(url) as connection:
            connection.execute(
                "UPDATE front_helpline SET purpose = jsonb_build_object('en', %s::text) WHERE number = '+443001000212'",
                [HERS],
            )
        with served(url, folder, worker=False, web_workers=1) as place:
            assert HERS in answer(place, "/en/help-now/")[1]
            database.drop(database_server, name)
            assert_told_in_every_language(place)
            assert HERS in answer(place, "/en/help-now/")[1]
