"""Staff: a password never suffices, and no visitor learns who has an account."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse

from kith.platform import second_factor
from kith.platform.audit.models import AuditEntry
from kith.platform.sign_in.models import Account
from kith.platform.sign_in.sending import Letter
from kith.platform.tests.sign_in.conftest import PASSWORD, People
from testing.passwords import DEAR

SIGN_IN, SECURITY, DESK = "/desk/sign-in/", "/desk/security/", "/desk/gallery/"


def code_now(secret: str, steps: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def give_app(account: Account) -> str:
    secret = generate_totp_secret()
    stored = second_factor.SecondFactorAdapter().encrypt(secret)
    assert secret not in stored
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": stored})
    return secret


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("language", ["en", "ro", "ar"])
def test_the_pages_before_signing_in_open_in_every_language(client: Client, db: None, language: str) -> None:
    for address in (SIGN_IN, "/desk/sign-in/password/", f"/{language}/my/sign-in/"):
        answer = client.get(address, headers={"accept-language": language})
        assert answer.status_code == 200
        assert not answer.cookies
        assert "no-cache" in answer["Cache-Control"] or "no-store" in answer["Cache-Control"]


def test_a_password_alone_leads_to_setting_up_a_second_factor_and_nowhere_else(
    client: Client, people: People, sign_in: Callable[..., Any]
) -> None:
    people.midwife()
    assert sign_in(next=DESK).headers["Location"] == DESK
    assert client.get(DESK).headers["Location"] == f"{SECURITY}?next=%2Fdesk%2Fgallery%2F"
    assert client.post("/desk/gallery/").status_code == 405
    page = client.get(SECURITY)
    assert page.status_code == 200
    assert page["Cache-Control"] == "no-store"


@pytest.mark.django_db(transaction=True)
def test_after_setting_up_an_app_she_is_let_in_and_gets_recovery_codes(
    client: Client, people: People, sign_in: Callable[..., Any]
) -> None:
    account = people.midwife()
    sign_in()
    page = client.get("/desk/security/app/")
    secret = client.session["mfa.totp.secret"]
    assert secret in page.content.decode().replace(" ", "")
    assert client.post("/desk/security/app/", {"code": "000000"}).status_code == 200
    answer = client.post("/desk/security/app/", {"code": code_now(secret)})
    assert answer.headers["Location"] == "/desk/security/codes/"
    codes = client.get("/desk/security/codes/")
    assert codes.content.decode().count("<code>") == 10
    assert client.get(DESK).status_code == 403  # she is in; her role does not see the gallery
    stored = Authenticator.objects.get(user=account, type=Authenticator.Type.TOTP)
    assert secret not in str(stored.data)
    assert AuditEntry.objects.filter(action="sign_in.second_factor_added", account_id=account.pk).count() == 2
    assert client.get(SECURITY).status_code == 200


def test_the_second_factor_is_asked_for_after_the_password(
    client: Client, people: People, sign_in: Callable[..., Any]
) -> None:
    secret = give_app(people.midwife())
    assert sign_in().headers["Location"] == "/desk/sign-in/second-factor/"
    assert not is_signed_in(client)
    assert client.get(DESK).headers["Location"].startswith(SIGN_IN)
    assert client.get("/desk/sign-in/second-factor/").status_code == 200
    assert client.post("/desk/sign-in/second-factor/", {"code": "123"}).status_code == 200
    assert not is_signed_in(client)
    client.post("/desk/sign-in/second-factor/", {"code": code_now(secret)})
    assert is_signed_in(client)
    assert client.get(DESK).status_code == 403


def test_a_code_works_once(client: Client, people: People, sign_in: Callable[..., Any]) -> None:
    secret = give_app(people.midwife())
    code = code_now(secret)
    sign_in()
    client.post("/desk/sign-in/second-factor/", {"code": code})
    client.post("/sign-out/")
    sign_in()
    client.post("/desk/sign-in/second-factor/", {"code": code})
    assert not is_signed_in(client)


def test_a_session_opened_by_password_before_a_factor_was_set_up_is_ended(
    client: Client, people: People, sign_in: Callable[..., Any]
) -> None:
    account = people.midwife()
    sign_in()
    assert client.get(SECURITY).status_code == 200
    give_app(account)
    assert client.get(SECURITY).headers["Location"].startswith(SIGN_IN)
    assert not is_signed_in(client)


@pytest.mark.usefixtures("strict")
def test_outside_a_demonstration_a_session_without_any_record_does_not_count(client: Client, people: People) -> None:
    client.force_login(people.midwife())
    assert client.get(DESK).headers["Location"].startswith(SECURITY)


def test_leaving_ends_the_session_at_once(client: Client, people: People) -> None:
    client.force_login(people.midwife())
    assert client.get(DESK).status_code == 403
    people.staff.clear()
    assert client.get(DESK).headers["Location"].startswith(SIGN_IN)
    people.staff.add("ann@example.org")
    assert client.get(DESK).headers["Location"].startswith(SIGN_IN)


def test_closing_the_account_ends_the_session_at_once(client: Client, people: People) -> None:
    account = people.midwife()
    client.force_login(account)
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert client.get(DESK).headers["Location"].startswith(SIGN_IN)


def test_a_closed_account_is_answered_like_a_wrong_password_leads_nowhere(
    client: Client, people: People, sign_in: Callable[..., Any]
) -> None:
    account = people.midwife()
    Account.objects.filter(pk=account.pk).update(is_active=False)
    sign_in()
    assert not is_signed_in(client)


def test_signing_out_is_a_post_and_removes_the_cookie(client: Client, people: People) -> None:
    client.force_login(people.midwife())
    assert client.get("/sign-out/").status_code == 405
    assert is_signed_in(client)
    answer = client.post("/sign-out/")
    assert answer.cookies[django_settings.SESSION_COOKIE_NAME].value == ""
    assert not is_signed_in(client)


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    client: Client, people: People, sign_in: Callable[..., Any]
) -> None:
    people.midwife()
    known = sign_in(password="wrong " * 3).content.decode().replace("ann@example.org", "")
    unknown = sign_in(email="eve@example.org", password="wrong " * 3).content.decode().replace("eve@example.org", "")
    assert known == unknown
    assert "wrong" not in known  # what was typed as a password is never sent back


def test_guessing_reaches_the_hash_five_times_and_locks_nobody_else_out(
    client: Client, people: People, sign_in: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    people.midwife()
    people.midwife("bea@example.org")
    hashed = []
    real = Account.check_password

    def counted(self: Account, raw: str) -> bool:
        hashed.append(self.email)
        return real(self, raw)

    monkeypatch.setattr(Account, "check_password", counted)
    for guess in range(30):
        sign_in(password=f"a quite wrong guess {guess}")
    assert len(hashed) == 5
    sign_in()
    assert not is_signed_in(client)
    sign_in("bea@example.org")  # same address on the network, another person
    assert is_signed_in(client)


def test_the_way_back_leads_only_home(client: Client, people: People, sign_in: Callable[..., Any]) -> None:
    people.midwife()
    assert "evil" not in sign_in(next="https://evil.example/").headers["Location"]


def test_another_site_cannot_sign_somebody_in(client: Client, people: People) -> None:
    people.midwife()
    answer = client.post(
        SIGN_IN, {"login": "ann@example.org", "password": PASSWORD}, headers={"origin": "https://evil.example"}
    )
    assert answer.status_code == 403
    assert not is_signed_in(client)


def test_a_password_is_chosen_by_a_code_that_was_mailed(
    client: Client, people: People, letters: list[Letter], sign_in: Callable[..., Any]
) -> None:
    people.midwife(password=None)
    answer = client.post("/desk/sign-in/password/", {"email": "Ann@example.org"})
    assert answer.headers["Location"] == "/desk/sign-in/password/code/"
    (letter,) = letters
    assert (letter.kind, letter.to_email, letter.to_phone, len(letter.code)) == (
        "password_reset_code",
        "ann@example.org",
        None,
        6,
    )
    assert client.get("/desk/sign-in/password/code/").status_code == 200
    wrong = "000000" if letter.code != "000000" else "111111"
    assert client.post("/desk/sign-in/password/code/", {"code": wrong}).status_code == 200
    client.post("/desk/sign-in/password/code/", {"code": letter.code})
    assert client.get("/desk/sign-in/password/new/").status_code == 200
    assert client.post("/desk/sign-in/password/new/", {"password1": "short", "password2": "short"}).status_code == 200
    done = client.post("/desk/sign-in/password/new/", {"password1": PASSWORD, "password2": PASSWORD})
    assert done.headers["Location"] == SIGN_IN
    assert not is_signed_in(client)
    sign_in()
    assert is_signed_in(client)


def test_asking_for_an_unknown_address_looks_the_same_and_sends_nothing(
    client: Client, people: People, letters: list[Letter]
) -> None:
    people.midwife()
    pages = []
    for email in ("ann@example.org", "eve@example.org"):
        answer = client.post("/desk/sign-in/password/", {"email": email}, follow=True)
        pages.append((answer.redirect_chain, answer.content.decode().replace(email, "")))
        client.cookies.clear()
    assert pages[0] == pages[1]
    assert [letter.to_email for letter in letters] == ["ann@example.org"]


def test_three_wrong_codes_end_it(client: Client, people: People, letters: list[Letter]) -> None:
    people.midwife()
    client.post("/desk/sign-in/password/", {"email": "ann@example.org"})
    wrong = "000000" if letters[0].code != "000000" else "111111"
    for _ in range(3):
        client.post("/desk/sign-in/password/code/", {"code": wrong})
    client.post("/desk/sign-in/password/code/", {"code": letters[0].code})
    assert client.get("/desk/sign-in/password/new/").status_code == 302


def test_what_matters_is_asked_again_after_some_minutes(
    client: Client, people: People, sign_in: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    people.midwife()
    sign_in()
    later = time.time() + 6 * 60
    monkeypatch.setattr("kith.platform.sign_in.adapter.time", type("T", (), {"time": staticmethod(lambda: later)}))
    answer = client.get("/desk/security/app/")
    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))
    assert client.get(answer.headers["Location"]).status_code == 200


def test_signing_in_is_written_down_without_a_word_about_the_person(
    people: People, sign_in: Callable[..., Any]
) -> None:
    account = people.midwife()
    sign_in()
    entry = AuditEntry.objects.get(action="sign_in.signed_in")
    assert (entry.account_id, entry.membership_id, entry.facts) == (account.pk, 1, {"methods": ["password"]})


def test_a_guess_costs_what_the_hash_was_made_for_though_tests_pay_less() -> None:
    assert django_settings.PASSWORD_HASHERS == ["django.contrib.auth.hashers.ScryptPasswordHasher"]
    assert DEAR >= 2**14
