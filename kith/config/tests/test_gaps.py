"""The person who starts a place reads in sentences what its signs of danger still lack."""

from typing import Any

import pytest
from django.db import OperationalError

from kith.config import gaps
from kith.kernel import choices
from kith.library.actions.statements import withdraw_statement
from kith.library.tests import world
from kith.library.tests.world import BY, SIGN
from local.postgres import letters

pytestmark = pytest.mark.django_db


@pytest.fixture
def real(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place that is no demonstration and has said no number of its maternity unit."""
    monkeypatch.setattr(choices, "_chosen", dict)
    settings.KITH = settings.KITH.model_copy(update={"demonstration": False})


@pytest.mark.usefixtures("real")
def test_each_gap_is_one_sentence_that_says_what_to_do() -> None:
    two = world.a_library()
    world.a_page_of_signs(two)
    withdraw_statement(by=BY, key=SIGN, why="Put better elsewhere.")
    told = gaps.gaps()
    assert told[0].endswith("An administrator writes it down at the desk: Settings.")
    assert any(each.startswith(f"Signs of danger, {SIGN}: Withdrawn, and nothing stands in its stead") for each in told)
    assert any("older than their English (pl): 2. See /desk/library/signs/" in each for each in told)


@pytest.mark.usefixtures("real")
def test_a_real_place_logs_them_as_it_starts(caplog: pytest.LogCaptureFixture) -> None:
    gaps.tell_gaps()
    assert "This place has not said the number of its maternity unit" in caplog.text


@pytest.mark.usefixtures("real")
def test_a_stopped_database_does_not_keep_it_from_starting(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped() -> None:
        raise OperationalError("stopped")

    monkeypatch.setattr(gaps, "signs_troubles", stopped)
    gaps.tell_gaps()
    assert "does not answer yet" in caplog.text


def test_a_demonstration_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    gaps.tell_gaps()
    assert caplog.text == ""


def test_a_database_that_drops_letters_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gaps, "signs_troubles", list)
    assert gaps.gaps() == []  # the control: a database made today knows all letters
    monkeypatch.setattr(letters, "ARE_DROPPED_HERE", letters.ARE_DROPPED_HERE.replace("IN ('C'", "NOT IN ('C'"))
    (told,) = gaps.gaps()
    assert "misspelt words in Arabic" in told
    assert "LC_CTYPE 'C.UTF-8'" in told
