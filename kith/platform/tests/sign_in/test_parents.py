"""Parents: a code to the phone or mailbox we know, and the same answer for all other visitors."""

from typing import Any

import pytest
from allauth.account.internal.flows import code_verification as verification
from django.test import Client

from kith.platform.sign_in.models import Account
from kith.platform.sign_in.sending import Letter
from kith.platform.tests.sign_in.conftest import People

ASK, CODE = "/ro/my/sign-in/", "/ro/my/sign-in/code/"


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(
    ("typed", "to_email", "to_phone"),
    [
        ("07700 900123", None, "+447700900123"),
        ("+44 (0)7700 900123", None, "+447700900123"),
        ("٠٧٧٠٠٩٠٠١٢٣", None, "+447700900123"),
        (" Ioana@Example.org ", "ioana@example.org", None),
    ],
)
def test_a_code_sent_in_her_language_signs_her_in(
    client: Client, people: People, letters: list[Letter], typed: str, to_email: str | None, to_phone: str | None
) -> None:
    people.parents |= {to_email or to_phone or ""}
    answer = client.post(ASK, {"contact": typed})
    assert answer.headers["Location"] == CODE
    (letter,) = letters
    assert (letter.kind, letter.language, letter.to_email, letter.to_phone) == (
        "sign_in_code",
        "ro",
        to_email,
        to_phone,
    )
    assert letter.code.isdigit()
    assert len(letter.code) == 6
    assert client.get(CODE).status_code == 200
    assert not is_signed_in(client)
    client.post(CODE, {"code": letter.code})
    assert is_signed_in(client)
    account = Account.objects.get()
    assert (account.email, account.phone) == (to_email, to_phone)
    assert not account.has_usable_password()
    if to_phone:
        assert account.phone_verified_at is not None


def test_an_unknown_contact_gets_the_same_answer_and_no_message(
    client: Client, people: People, letters: list[Letter]
) -> None:
    people.parents.add("+447700900123")
    pages = []
    for contact in ("07700 900123", "07700 900124"):
        answer = client.post(ASK, {"contact": contact}, follow=True)
        wrong = client.post(CODE, {"code": "no"}).content.decode()
        said = answer.content.decode() + wrong
        pages.append((answer.redirect_chain, said.replace("+447700900123", "").replace("+447700900124", "")))
        client.cookies.clear()
    assert pages[0] == pages[1]
    assert len(letters) == 1
    assert Account.objects.count() == 1


@pytest.mark.parametrize("typed", ["", "hello", "ioana@", "@", "0770", "x" * 300, "a@b\x00.org"])
def test_what_is_neither_is_said_kindly(client: Client, people: People, letters: list[Letter], typed: str) -> None:
    answer = client.post(ASK, {"contact": typed})
    assert answer.status_code == 200
    assert b"nhsuk-error-summary" in answer.content
    assert not letters


def test_somebody_at_work_does_not_get_in_by_this_door(client: Client, people: People, letters: list[Letter]) -> None:
    people.midwife()
    client.post(ASK, {"contact": "ann@example.org"})
    assert not letters


def test_a_closed_account_gets_no_code(client: Client, people: People, letters: list[Letter]) -> None:
    people.parents.add("ioana@example.org")
    Account.objects.create_user(email="ioana@example.org", is_active=False)
    client.post(ASK, {"contact": "ioana@example.org"})
    assert not letters


def test_three_wrong_codes_end_it(client: Client, people: People, letters: list[Letter]) -> None:
    people.parents.add("ioana@example.org")
    client.post(ASK, {"contact": "ioana@example.org"})
    wrong = "000000" if letters[0].code != "000000" else "111111"
    for _ in range(3):
        client.post(CODE, {"code": wrong})
    client.post(CODE, {"code": letters[0].code})
    assert not is_signed_in(client)


def test_a_code_is_good_for_ten_minutes(
    client: Client, people: People, letters: list[Letter], monkeypatch: pytest.MonkeyPatch
) -> None:
    people.parents.add("ioana@example.org")
    client.post(ASK, {"contact": "ioana@example.org"})
    now = verification.time.time()
    monkeypatch.setattr(verification.time, "time", lambda: now + 601)
    client.post(CODE, {"code": letters[0].code})
    assert not is_signed_in(client)


def test_a_code_belongs_to_the_browser_that_asked_for_it(client: Client, people: People, letters: list[Letter]) -> None:
    people.parents.add("ioana@example.org")
    client.post(ASK, {"contact": "ioana@example.org"})
    other = Client()
    other.post(CODE, {"code": letters[0].code})
    assert not is_signed_in(other)


def test_nobody_can_flood_her_phone(client: Client, people: People, letters: list[Letter]) -> None:
    people.parents.add("+447700900123")
    for _ in range(6):
        Client().post(ASK, {"contact": "07700 900123"})
    assert len(letters) == 3


def test_reading_the_page_leaves_no_cookie(client: Client, db: None) -> None:
    for language in ("en", "ro", "ar"):
        assert not client.get(f"/{language}/my/sign-in/").cookies


def test_the_contact_stands_in_no_address(client: Client, people: People, letters: list[Letter]) -> None:
    people.parents.add("ioana@example.org")
    answer: Any = client.post(ASK, {"contact": "ioana@example.org"}, follow=True)
    assert all("ioana" not in address for address, _ in answer.redirect_chain)


def test_asked_for_again_another_code_comes_and_the_first_opens_nothing(
    client: Client, people: People, letters: list[Letter]
) -> None:
    people.parents.add("ioana@example.org")
    client.post(ASK, {"contact": "ioana@example.org"})
    assert f'action="{ASK}"' in client.get(CODE).content.decode()
    answer = client.post(ASK, {"contact": "ioana@example.org", "again": "yes"})
    assert answer.headers["Location"] == f"{CODE}?again=yes"
    first, second = letters
    if first.code != second.code:
        client.post(CODE, {"code": first.code})
        assert not is_signed_in(client)
    client.post(CODE, {"code": second.code})
    assert is_signed_in(client)


def test_a_mistyped_address_is_corrected_while_a_code_is_pending(
    client: Client, people: People, letters: list[Letter]
) -> None:
    people.parents.add("ioana@example.org")
    client.post(ASK, {"contact": "iona@example.org"})
    assert not letters
    assert 'value="iona@example.org"' in client.get(ASK).content.decode()
    client.post(ASK, {"contact": "ioana@example.org"})
    client.post(CODE, {"code": letters[0].code})
    assert is_signed_in(client)


def test_asking_again_says_the_same_of_a_contact_that_nobody_knows(
    client: Client, people: People, letters: list[Letter]
) -> None:
    people.parents.add("+447700900123")
    said = []
    for contact in ("07700 900123", "07700 900124"):
        pages = [client.post(ASK, {"contact": contact, "again": "yes"}, follow=True) for _ in range(5)]
        said.append([page.content.decode().replace("900123", "").replace("900124", "") for page in pages])
        client.cookies.clear()
    assert said[0] == said[1]
    assert len(letters) == 3  # and no more than before: the limit of a contact holds for codes asked for again
