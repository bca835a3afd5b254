"""What tests of the whole house stand on: one small world of families, built once for each test process."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from kith.kernel import clock
from testing import database
from testing.clock import TEST_NOW, TestClock
from testing.connection import connected_to
from tests.access.world import World


@pytest.fixture(scope="session")
def built_world(
    database_server: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[str, World]]:
    """The name of a database with a world in it, and what is in it."""
    name = database.fresh_name("world")
    database.copy(database_server, name)
    with django_db_blocker.unblock(), connected_to(name), clock.use(TestClock(TEST_NOW)), transaction.atomic():
        world = World.build()
    yield name, world
    database.drop(database_server, name)


@pytest.fixture
def on_world(built_world: tuple[str, World]) -> Iterator[World]:
    """The database of this test is that of the world."""
    name, world = built_world
    with connected_to(name):
        yield world


@pytest.fixture
def world(on_world: World, db: None) -> World:
    """A world of families and of people at work; what the test changes there is undone."""
    return on_world
