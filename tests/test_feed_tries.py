"""Whatever a client asks the feed, it answers as it is described."""

import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.feed_tries import broken_on_purpose, falls_over, says_it_otherwise, tried

pytestmark = pytest.mark.usefixtures("world")


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


def test_whatever_is_asked_is_answered_as_described() -> None:
    count, faults = tried(15)
    assert faults == []
    assert count >= 9


@pytest.mark.parametrize("how", [falls_over, says_it_otherwise])
def test_the_control_a_planted_fault_is_found(how: Callable[..., Any]) -> None:
    with broken_on_purpose(how):
        assert tried(3)[1]
