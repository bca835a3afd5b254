"""Any history of a course agrees with the model in model.py; ten thousand run by ``make proof`` (F04)."""

from collections.abc import Iterator

import pytest

from kith.courses.actions import booking
from kith.courses.tests.machine import Passing, run_histories, run_history
from kith.courses.tests.model import NO_JOBS
from kith.courses.tests.model import CourseStep as Step
from kith.kernel import clock

pytestmark = pytest.mark.django_db
HISTORIES, SEED = 4, 47
PASSED_BY = [Step("course"), Step("course", may_wait=True), Step("give_up"), Step("course")]
KEPT_TOO_LONG = [Step("hold_course"), Step("course"), Step(NO_JOBS, hours=2), Step("confirm")]


@pytest.fixture
def passing() -> Iterator[Passing]:
    moved = Passing()
    with clock.use(moved):
        yield moved


def test_histories_of_a_course_agree_with_the_model() -> None:
    assert run_histories(HISTORIES, SEED) == []


@pytest.mark.parametrize(("capacities", "steps"), [([1, 1], PASSED_BY), ([2, 2], KEPT_TOO_LONG)])
def test_one_that_has_gone_wrong_agrees(passing: Passing, capacities: list[int], steps: list[Step]) -> None:
    assert run_history(capacities, steps, passing.advance) == ""


def test_the_control_a_newcomer_who_passes_those_who_wait_is_noticed(
    passing: Passing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(booking, "may_book", lambda *_facts, **_asked: None)
    assert "should be False" in run_history([1, 1], PASSED_BY, passing.advance)
