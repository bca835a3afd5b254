"""Each link that a page of the desk shows to a person at work opens for that person."""

import pytest

from tests.access.links import closed_links, shown_but_closed
from tests.access.world import World

pytestmark = pytest.mark.django_db


def test_each_link_that_somebody_at_work_is_shown_opens_for_them(world: World) -> None:
    count, closed = shown_but_closed(world)
    assert closed == set()
    assert count > 200


def test_the_control_a_link_to_a_page_of_others_is_noticed() -> None:
    page = '<a href="/desk/audit/">The audit</a> <a href="/desk/today/">Today</a>'
    assert list(closed_links("midwife", page)) == ["audit"]
