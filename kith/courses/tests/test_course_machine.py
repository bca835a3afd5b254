"""Any history of a course agrees with the model in model.py; thousands more run by ``make proof``."""

import pytest

from kith.courses.actions import booking
from kith.courses.tests.machine import run_histories
from kith.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db
HISTORIES, SEED = 6, 47


def test_histories_of_a_course_agree_with_the_model() -> None:
    assert run_histories(HISTORIES, SEED) == []


def test_the_control_a_newcomer_who_passes_those_who_wait_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(booking, "may_book", passes_by)
    assert any(run_histories(5, seed) for seed in range(20))


def passes_by(*_facts: object, **_asked: object) -> Refusal | None:
    """Whoever asks is let in if the dates have room, whoever waits for the course."""
    return None
