"""A sign in every text about every family is read only by those who may; `make proof ONLY=F12` is this in full."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import translation
from pytest_django import DjangoDbBlocker

from kith.demonstration.build import build
from kith.kernel import clock
from kith.walls.saying import in_role
from testing import database
from testing.clock import TEST_NOW, TestClock
from testing.connection import connected_to
from tests.canary.counting import first_leak_of, gaps, leaks_of, letters_of
from tests.canary.filling import fill
from tests.canary.known import everybody
from tests.canary.planting import Planted, plant
from tests.second_wall.foreign import scopes_switched_off


@pytest.fixture(scope="module")
def canary_database(database_server: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The name of a database with a demonstration in which every table of texts has a row."""

    name = database.fresh_name("canary")
    with database.database(database_server, name):
        standing, there = clock.use(TestClock(TEST_NOW)), connected_to(name)
        with django_db_blocker.unblock(), standing, there, translation.override("en"), transaction.atomic():
            build(families_wanted=30, seed=5, say=lambda _words: None)
            fill(everybody()[:6])
        yield name


@pytest.fixture
def on_canary(canary_database: str) -> Iterator[None]:
    with connected_to(canary_database):
        yield


@pytest.fixture
def planted(on_canary: None, db: None, settings: Any) -> Iterator[Planted]:
    settings.ALLOWED_HOSTS = ["localhost"]
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
