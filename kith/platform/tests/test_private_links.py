"""What stands behind a private link cannot be guessed, is stored as a digest, and is not kept on the way."""

import re
from typing import Any

import pytest
from django.http import HttpResponse, HttpResponseRedirect

from kith.platform import private_links
from kith.platform.private_links import address, digest, is_right, new_code, new_token, unkept


def test_no_two_tokens_are_the_same_and_each_fits_its_column_and_an_address() -> None:
    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert all(re.fullmatch(r"[\w-]{32}", token) for token in tokens)


def test_a_code_has_six_digits_however_small_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private_links.secrets, "randbelow", lambda most: {10**6: 7}[most])
    assert new_code() == "000007"


@pytest.mark.parametrize("typed", ["123456", " 123 456 ", "123\u00a0456"])
def test_a_code_is_right_with_spaces_or_without(typed: str) -> None:
    assert is_right(typed, digest("123456", "one page"), "one page")


@pytest.mark.parametrize("typed", ["123457", "", "12345", "1234560", "١٢٣٤٥٦"])
def test_another_code_is_wrong(typed: str) -> None:
    assert not is_right(typed, digest("123456", "one page"), "one page")


def test_a_code_opens_nothing_but_what_it_was_made_for() -> None:
    assert not is_right("123456", digest("123456", "one page"), "another page")
    assert not is_right("123456", "", "one page")


def test_what_is_stored_does_not_say_the_secret_and_needs_the_key_of_the_place(settings: Any) -> None:
    stored = digest("123456", "one page")
    assert re.fullmatch(r"[0-9a-f]{64}", stored)
    settings.SECRET_KEY = "of another place"
    assert digest("123456", "one page") != stored


@pytest.mark.parametrize(("language", "path"), [("ro", "/ro/bookings/t/"), ("en", "/en/bookings/t/"), ("ti", "/en/")])
def test_the_address_is_whole_and_in_the_readers_language(language: str, path: str) -> None:
    assert re.match(rf"https?://[^/]+{path}", address("booking", "t", language))


@pytest.mark.parametrize("answer", [HttpResponse("page"), HttpResponseRedirect("/en/bookings/t/")])
def test_the_page_is_kept_nowhere_and_says_its_address_to_no_other_site(answer: HttpResponse) -> None:
    shown = unkept(lambda: answer)()
    assert (shown["Cache-Control"], shown["X-Robots-Tag"]) == ("no-store", "noindex")
    assert shown["Referrer-Policy"] == "same-origin"
