"""Who gets what, in the whole house."""

import logging
from collections.abc import Iterator

import pytest
from django.urls import path

from kith.platform.access.permissions import Audience
from kith.platform.gate import page
from tests.access import addresses as addresses_module
from tests.access.addresses import addresses
from tests.access.cells import broken, cells, telling_cells, undeclared
from tests.access.world import World

# The provider's answer signs in, opened codes are noted, and health must answer without a database.
SHARES = 2
SECRET_PARTS = {
    "token",
    "link",
    "page_key",
    "begin_token",
    "interpreter_token",
    "held_token",
    "proof_token",
    "way_token",
    "invitation_token",
    "request_token",
}
MAY_WRITE_ON_GET = {"openid_connect_callback", "mfa_view_recovery_codes", "healthz"}


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


def test_every_address_declares_its_audience_and_stands_in_the_table() -> None:
    assert undeclared() == []


@pytest.mark.parametrize("share", range(SHARES))
def test_every_cell_of_the_table_is_as_promised(world: World, share: int) -> None:
    count, wrong = broken(world, telling_cells(share, SHARES))
    assert wrong == []
    assert count > 2000 / SHARES


def test_the_control_a_rule_that_is_taken_away_is_noticed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.platform.gate._refusal", lambda *_: None)
    _, wrong = broken(world, (cell for cell in cells() if cell.address.name == "helplines" and cell.method == "GET"))
    assert len(wrong) >= 2


def test_the_control_an_address_without_a_rule_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = path("bare/", lambda request: None, name="bare")  # type: ignore[arg-type, misc]
    declared = page("new/", lambda request: None, audience=Audience.PUBLIC, name="new")  # type: ignore[arg-type, misc]
    resolver = type("Resolver", (), {"url_patterns": [bare, declared]})
    monkeypatch.setattr(addresses_module, "get_resolver", lambda: resolver)
    found = undeclared()
    assert "bare/: declares no audience" in found
    assert "new: not in the table" in found


def test_a_page_behind_a_private_link_is_kept_nowhere_and_says_its_address_to_no_other_site(world: World) -> None:
    behind = [each for each in addresses() if each.wants & SECRET_PARTS]
    shown = {each.name: world.client("visitor").get(world.path(each)) for each in behind}
    opened = {name: answer for name, answer in shown.items() if answer.status_code == 200}
    assert shown.keys() - opened.keys() == {"interpreter-page"}  # opened by a code alone
    said = {(each["Cache-Control"], each["X-Robots-Tag"], each["Referrer-Policy"]) for each in opened.values()}
    assert (len(opened), said) == (13, {("no-store", "noindex", "same-origin")})


def test_only_three_readings_may_write_and_no_other_ever_does() -> None:
    assert {each.name for each in addresses() if each.rule and each.rule.may_write_on_get} == MAY_WRITE_ON_GET


def test_only_public_pages_are_kept_ready() -> None:
    kept = [each for each in addresses() if each.rule and each.rule.cached]
    assert kept
    assert {each.rule.audience for each in kept if each.rule} == {Audience.PUBLIC}
