"""What suppression costs, what it hides in vain, and what it says where nothing can be done."""

import numpy as np
import pytest

from kith.methods import CannotProtect, suppress, suppress_proportion
from kith.methods.suppression.attack import Attacker
from kith.methods.suppression.fallback import Task, without_idle
from kith.methods.suppression.model import Model

COUNTS = np.array([[3, 12, 15, 11], [20, 14, 30, 9], [25, 18, 16, 22], [14, 17, 13, 19]])
ZEROS = np.array([[2, 0, 0], [0, 30, 20], [0, 25, 15]])


@pytest.mark.parametrize("counts", [COUNTS, ZEROS])
def test_a_hidden_cell_costs_its_count_and_one_and_a_hidden_zero_nine(counts):
    got = suppress(counts)
    assert got.cost == np.where(counts == 0, 9, counts + 1)[got.hidden].sum() > 0


def test_the_cost_of_a_hidden_zero_follows_the_threshold():
    got = suppress(ZEROS, threshold=4)
    assert (got.hidden & (ZEROS == 0)).any()
    assert got.cost == np.where(ZEROS == 0, 6, ZEROS + 1)[got.hidden].sum()


@pytest.mark.parametrize("time_limit", [0.0, 10.0])
def test_a_count_that_its_margins_give_away_is_named_with_and_without_time(time_limit):
    says = r"^counts\[0, 0\] is 3: its margins give it away; merge rows or withhold the margin$"
    with pytest.raises(CannotProtect, match=says):
        suppress([[3, 0], [0, 0]], time_limit=time_limit)


@pytest.mark.parametrize("time_limit", [0.0, 10.0])
def test_a_count_that_the_last_release_has_given_away_cannot_be_saved(time_limit):
    last = COUNTS.copy()
    last[1, 1] = 5
    hidden = np.zeros(last.shape, bool)
    hidden[1:3, 1:3] = True
    hidden[0, 0] = True  # alone: its row and its column say it
    now = last.copy()
    now[0, 0] = 40
    says = r"^a small count of the last release: its margins give it away, which cannot be undone$"
    with pytest.raises(CannotProtect, match=says):
        suppress(now, previous=(last, hidden), time_limit=time_limit)


def test_a_last_release_of_shares_has_as_many_dimensions_and_is_no_larger():
    last = suppress_proportion(COUNTS[:2], COUNTS[:2] + 30)
    for size in (COUNTS[0], COUNTS[:1]):
        with pytest.raises(ValueError, match=r"^previous has \(2, 4\): it must be the first part of \("):
            suppress_proportion(size, size + 30, previous=last)


def test_what_is_hidden_in_vain_is_shown_again():
    model = Model()
    places = np.array([model.add(float(value), i, 100.0) for i, value in enumerate(COUNTS.ravel())]).reshape(4, 4)
    model.bind_lines(places)
    task = Task(model.system(), np.ones(16), np.zeros(16, bool), [])
    square, alone = [0, 1, 4, 5], 15
    hidden = np.zeros(16, bool)
    hidden[[*square, alone]] = True
    assert np.flatnonzero(without_idle(task, Attacker(task.system, 16), hidden)).tolist() == square
    late = Attacker(task.system, 16, deadline=-1.0)
    assert without_idle(task, late, hidden) is hidden
