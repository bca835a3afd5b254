"""Who gets what, in the whole house."""

import logging
from collections.abc import Iterator

import pytest
from django.test import RequestFactory
from django.urls import path

from kith.kernel.ids import AccountId
from kith.organisations.roles import permissions_of
from kith.organisations.rules import Role
from kith.platform import gate
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Audience
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.gate import page
from tests.access import addresses as addresses_module
from tests.access.addresses import addresses
from tests.access.cells import Cell, broken, cells, gate_says, telling_cells, undeclared
from tests.access.links import Shown
from tests.access.world import World
from tests.test_links_open import EDITS, FACTS, STILL

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
def test_every_cell_is_as_promised_each_link_opens_and_no_question_is_answered_beforehand(
    world: World, share: int
) -> None:
    shown = Shown()
    count, wrong = broken(world, telling_cells(share, SHARES), shown.look)
    assert wrong == []
    assert count > 2000 / SHARES
    answered = {each for each in shown.answered - FACTS - STILL if each[0] not in EDITS}
    assert (shown.closed, answered) == (set(), set())
    assert shown.pages > 200 / SHARES


def test_the_gate_sends_every_role_away_as_the_table_promises(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.platform.gate.second_factor.is_shown", lambda _request: True)
    sent_away = [cell for cell in cells() if gate_says(cell) is not None]
    assert len(sent_away) > 2000
    assert [str(cell) for cell in sent_away if cell.expected != _at_the_gate(cell)] == []


def _at_the_gate(cell: Cell) -> int | None:
    """What the gate itself answers this role with, before the view."""
    viewer = Viewer(ViewerKind.STAFF, account_id=AccountId(1), permissions=permissions_of(Role(cell.who), ()))
    request = RequestFactory().generic(cell.method, "/page/")
    try:
        answer = gate._refusal(request, cell.address.rule, viewer) if cell.address.rule else None
    except Forbidden:
        return 403
    except NotFound:
        return 404
    return answer.status_code if answer else None


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
