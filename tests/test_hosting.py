"""docs/hosting.md says what is true: its files are sound, its settings start Kith, and no command stands there untried.

The commands themselves are run by `make proof ONLY=F43`.
"""

import secrets

import pytest

from kith.config.cli import OWN
from kith.config.env import read_settings
from kith.config.names import NAMES
from testing.hosting import NOT_RUN, PAGE, blocks, commands, environment, nginx, unit, variables, why_not_run

TEXT = PAGE.read_text("utf-8")


def test_every_command_is_run_or_says_why_not() -> None:
    found = commands(TEXT)
    run = [each for each in found if not why_not_run(each)]
    assert len(run) > 10
    assert {each.split()[0] for each in run} == {"kith"}
    assert {each.split()[1] for each in run} <= OWN | {"django"}
    assert [start for start in NOT_RUN if not any(each.startswith(f"{start} ") for each in found)] == []


def test_the_table_of_variables_is_the_one_that_kith_goes_by() -> None:
    assert dict(variables(TEXT)) == NAMES


def test_the_settings_of_the_page_start_a_real_place(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {name: secrets.token_urlsafe(48) for name in ("KITH_SECRET_KEY", "KITH_AUDIT_KEY")}
    for name in [name for name in NAMES if name.startswith("KITH_")]:
        monkeypatch.delenv(name, raising=False)
    for name, value in (environment(TEXT) | keys).items():
        monkeypatch.setenv(name, value)
    found = read_settings()
    assert (found.demonstration, found.behind_tls_proxy, found.is_local) == (False, True, True)


def test_its_units_can_be_read_and_start_commands_that_there_are() -> None:
    units = [unit(block.text) for block in blocks(TEXT) if block.language == "ini"]
    started = [each["Service"]["ExecStart"].split() for each in units if each.has_section("Service")]
    assert [words[0] for words in started] == ["/usr/local/bin/kith"] * 2
    assert {words[1] for words in started} <= OWN
    assert [each["Timer"]["OnCalendar"] for each in units if each.has_section("Timer")] == ["*-*-* 02:30:00"]


def test_its_proxy_speaks_tls_buffers_and_says_itself_who_asks() -> None:
    (block,) = [block for block in blocks(TEXT) if block.language == "nginx"]
    found = nginx(block.text)
    wanted = [
        ("listen", "443", "ssl"),
        ("proxy_buffering", "on"),
        ("proxy_request_buffering", "on"),
        ("proxy_set_header", "X-Forwarded-For", "$remote_addr"),
        ("proxy_set_header", "X-Forwarded-Proto", "https"),
        ("proxy_set_header", "Host", "$host"),
    ]
    assert [each for each in wanted if each not in found] == []


@pytest.mark.parametrize("broken", ["server { listen 80", "server { listen 80 }", "listen 80; }", "{ }"])
def test_the_control_a_file_of_nginx_that_is_broken_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match=r"brace|directive"):
        nginx(broken)


def test_the_control_a_command_that_nobody_runs_is_noticed() -> None:
    text = TEXT.replace("nginx -t\n", "nginx -t\nrm -rf /tmp/nothing\n")
    assert [each for each in commands(text) if not why_not_run(each) and each.split()[0] != "kith"] == [
        "rm -rf /tmp/nothing"
    ]
