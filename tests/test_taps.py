"""No stray tap undoes anything for good: every form says what its first tap does, and it is so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kith
from kith.caseloads import sections as caseloads
from kith.platform.audit.models import AuditEntry
from kith.platform.gate import gated
from kith.safeguarding import sections as safeguarding
from kith.tasks import sections as tasks
from kith.welcome import sections as welcome
from tests.access.addresses import Address, addresses
from tests.access.table import PARENT, TABLE
from tests.access.taps import ADDRESSES, BUTTONS, Tap
from tests.access.world import World

ROOMS = Path(kith.__path__[0])
SENT = re.compile(r'name="(?:do|choice|answer|attendance)", value="([\w-]+)"')
BY_MACRO = re.compile(r'\b(?:act|mark)\([^")]*"([\w-]+)"')
BY_ROW = re.compile(r'name="do", value=each\.')
MACRO = re.compile(r"\{% macro [^%]*%\}")
TEXT = re.compile(r'_\("[^"]*"\)')
MAY_ACT_UNASKED = {Tap.UNDO, Tap.TWIN, Tap.ADDS, Tap.NOBODY}


def sending() -> list[Address]:
    """Every address that takes a form."""
    return [each for each in addresses() if each.rule and "POST" in each.rule.methods]


def buttons() -> Iterator[tuple[str, set[str]]]:
    """The named buttons of each page with several, as its template says them."""
    for path in sorted(ROOMS.rglob("templates/**/*.jinja")):
        text = TEXT.sub("", MACRO.sub("", path.read_text("utf-8")))
        found = {*SENT.findall(text), *(["*"] if BY_ROW.search(text) else [])}
        found |= set(BY_MACRO.findall(text)) if re.search(r'name="\w+", value=(do|name|attendance)\b', text) else set()
        if found:
            yield (
                str(path.relative_to(next(each for each in path.parents if each.name == "templates")).with_suffix("")),
                found,
            )


def asking(address: Address) -> tuple[str, ...]:
    """Which taps of the view ask first, as it declares them; the empty one is that of a page with one button."""
    return getattr(address.view, "asks_first", ())


def test_every_address_that_takes_a_form_says_what_its_first_tap_does() -> None:
    assert {each.name for each in sending()} == set(ADDRESSES)


def test_every_named_button_says_what_its_tap_does() -> None:
    assert dict(buttons()) == {name: set(said) for name, said in BUTTONS.items()}


def test_what_is_said_to_ask_first_is_declared_by_its_view() -> None:
    assert {each.name for each in sending() if "" in asking(each)} == of(Tap.ASKS)
    declared = {act for each in sending() for act in asking(each)} - {""}
    assert declared == {name for said in BUTTONS.values() for name, tap in said.items() if tap is Tap.ASKS}


def test_only_what_can_be_undone_or_is_no_loss_is_done_by_an_empty_form() -> None:
    acting = {each.name for each in sending() if {302, 303} & set((TABLE[each.name].post or {}).values())}
    pages = {"change-household", "change-crises", "change-birth", "translate-service", "erase-referral-words"}
    assert {name for name in acting if ADDRESSES[name] not in MAY_ACT_UNASKED} == pages


def test_every_offer_to_undo_has_an_address_that_makes_it() -> None:
    kinds = {**tasks.UNDO, **caseloads.UNDO, **safeguarding.UNDO, **welcome.UNDO}
    assert len(kinds) == len(of(Tap.UNDO))


def test_the_first_tap_of_whatever_asks_changes_nothing_and_says_what_will(world: World) -> None:
    asked = [each for each in sending() if ADDRESSES[each.name] is Tap.ASKS]
    before = AuditEntry.objects.filter(kind="write").count()
    for each in asked:
        answers = TABLE[each.name].post or {}
        who = PARENT if answers[PARENT] == 200 else next(name for name, status in answers.items() if status == 200)
        page = world.client(who).post(world.path(each))
        text = page.content.decode()
        assert (each.name, page.status_code, 'name="sure" value="yes"' in text) == (each.name, 200, True)
        assert text.count("<li>") >= 1
    assert AuditEntry.objects.filter(kind="write").count() == before


@pytest.mark.parametrize("sure", ["", "no"])
def test_the_control_only_the_second_tap_does_it(world: World, sure: str) -> None:
    (end_card,) = (each for each in sending() if each.name == "end-card")
    browser, path = world.client(PARENT), world.path(end_card)
    assert browser.post(path, {"sure": sure}).status_code == 200
    before = AuditEntry.objects.filter(action="families.card_ended").count()
    assert browser.post(path, {"sure": "yes"}).status_code == 302
    assert AuditEntry.objects.filter(action="families.card_ended").count() == before + 1


def test_the_control_a_view_that_no_longer_asks_is_noticed() -> None:
    (each,) = (each for each in sending() if each.name == "end-card")
    assert each.rule
    bare = gated(lambda request: None, each.rule)  # type: ignore[arg-type, misc]
    assert asking(Address(each.name, each.pattern, each.wants, bare, each.rule)) == ()


def of(tap: Tap) -> set[str]:
    """The addresses of this kind."""
    return {name for name, said in ADDRESSES.items() if said is tap}
