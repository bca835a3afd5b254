"""A sign in every text about every family is read only by those who may; `make proof ONLY=F12` is this in full."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from kith.demonstration.build import build
from kith.walls.saying import in_role
from tests.canary.counting import first_leak_of, gaps, leaks_of, letters_of
from tests.canary.filling import fill
from tests.canary.known import everybody
from tests.canary.planting import Planted, plant
from tests.second_wall.foreign import scopes_switched_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def planted(settings: Any) -> Iterator[Planted]:
    settings.ALLOWED_HOSTS = ["localhost"]
    build(families_wanted=30, seed=5, say=lambda _words: None)
    fill(everybody()[:6])
    with transaction.atomic():
        yield plant()
    connection.run_on_commit.clear()


def test_nobody_reads_of_a_family_that_is_not_hers_and_a_scope_taken_away_is_noticed(planted: Planted) -> None:
    for role in (None, "parent", "health-visitor", "peer-supporter"):
        count, found = leaks_of(role, planted, 1)
        assert found == []
        assert count > 20
    with scopes_switched_off(), in_role(""):
        assert first_leak_of("health-visitor", planted)


def test_every_text_about_a_family_takes_a_sign_and_letters_carry_only_their_own(planted: Planted) -> None:
    assert gaps(planted) == []
    letters, mixed = letters_of(planted)
    assert letters
    assert mixed == []
