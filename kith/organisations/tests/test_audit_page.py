"""The administrator sees whether the audit is as it was sealed; a break is told, logged and said to machines."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from kith.organisations.checking import last_check
from kith.organisations.jobs import verify_audit
from kith.organisations.rules import Role
from kith.organisations.tests.test_alliance_desk import at_work
from kith.platform import audit
from kith.platform.access.viewer import system_actor
from kith.platform.sign_in.models import Account
from kith.platform.tests.tampering import as_owner_without_guards

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client, settings: Any) -> Client:
    return at_work(client, settings, Role.ADMIN)


def an_entry() -> None:
    audit.record(system_actor("tests"), "tests.noted", Account(pk=1))


def break_it() -> None:
    as_owner_without_guards("UPDATE platform_auditentry SET action = 'x' WHERE action = 'tests.noted'", [])


def page(browser: Client, address: str = "/desk/audit/") -> str:
    return browser.get(address).content.decode()


def test_before_the_first_look_the_page_says_so_and_after_it_that_all_is_whole(admin: Client) -> None:
    assert "It has not been looked through yet" in page(admin)
    an_entry()
    verify_audit()
    assert "It is as it was written and sealed." in page(admin)
    assert "warnings" not in admin.get("/healthz").json()


def test_a_break_stands_on_the_page_in_the_health_at_the_desk_and_in_the_log(
    admin: Client, run_jobs: Any, caplog: pytest.LogCaptureFixture
) -> None:
    an_entry()
    break_it()
    with caplog.at_level(logging.ERROR, "kith"):
        verify_audit()
    assert "The audit is not as it was written and sealed: 1 faults" in caplog.text
    assert "changed since it was written" in page(admin)
    assert admin.get("/healthz").json()["warnings"] == {"audit": "not as it was written and sealed"}
    run_jobs()
    assert "The audit is not as it was sealed" in page(admin, "/desk/")


def test_told_twice_on_one_day_it_is_one_notice(admin: Client, run_jobs: Any) -> None:
    an_entry()
    break_it()
    told = []
    for _ in range(2):
        verify_audit()
        run_jobs()
        told.append(page(admin, "/desk/").count("The audit is not as it was sealed"))
    assert told[0] == told[1] > 0


def test_the_command_says_what_was_found_and_ends_badly_on_a_break(capsys: pytest.CaptureFixture[str]) -> None:
    an_entry()
    call_command("audit", "verify")
    assert "The audit is as it was written and sealed." in capsys.readouterr().out
    break_it()
    with pytest.raises(CommandError, match="1 faults"):
        call_command("audit", "verify")
    checked = last_check()
    assert checked
    assert (checked.fault_count, "changed since" in checked.faults[0]) == (1, True)
