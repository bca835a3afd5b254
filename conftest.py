"""What every test stands on: a real PostgreSQL, one fixed clock, queued jobs run on demand. The network is closed."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django
import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, connections
from django.test import Client, TransactionTestCase
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as examples
from pytest_django import DjangoDbBlocker

from kith.config.database import database_settings
from kith.kernel import clock as kernel_clock
from kith.platform.web import lasting
from kith.walls.roles import WEB
from kith.walls.saying import in_role
from testing import database
from testing.clock import TEST_NOW, TestClock
from testing.connection import connected_to
from testing.middleware import made_once
from testing.passwords import cheap_hashes
from testing.queue import run_due_jobs
from testing.scheduling import SharedOut

# Django reads its settings while pytest starts, before any database exists: the real address is put in later.
_VAR = Path(tempfile.mkdtemp(prefix="kith-tests-"))
for _name in [name for name in os.environ if name.startswith("KITH_") and name != "KITH_PG_BIN"]:
    if _name not in ("KITH_TEST_DATABASE_URL", "KITH_CHROMIUM"):
        del os.environ[_name]
os.environ.update(database.environment("postgresql://nobody@/none?host=/nowhere", _VAR))
django.setup()
# Left in the environment, it would let the next test process set Django up before it comes here, in our folder.
del os.environ["DJANGO_SETTINGS_MODULE"]
assert settings.KITH.var == _VAR, "Two test processes must not write into one folder."

from kith.demonstration.build import build  # noqa: E402  # its models need a Django that is set up

# On a fresh machine the first test that draws text waits while the table of all letters is made.
examples.register_profile("kith", suppress_health_check=[HealthCheck.too_slow], max_examples=25)
examples.register_profile("thorough", examples.get_profile("kith"), max_examples=400)
examples.load_profile("kith")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> SharedOut:
    """What drives the one running place stays together; every other test goes where there is time."""
    return SharedOut(config, log)


def pytest_collection_finish() -> None:
    """What stands when the tests begin stands until they end: the collector of rubbish looks at it no more.

    It looked at it so often that a sixth of a run's time went there.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(_VAR, ignore_errors=True)


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this test run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


@pytest.fixture(scope="session")
def database_server() -> Iterator[str]:
    """The address of a running PostgreSQL for throw-away databases."""
    with database.server() as url:
        yield url


@pytest.fixture(scope="session")
def django_db_setup(database_server: str) -> Iterator[None]:
    """A migrated database of this process's own; after a test with real transactions it is copied afresh."""
    name = database.fresh_name("test")
    connection.settings_dict.update(database_settings(database.at(database_server, name)))

    def copy_afresh(_case: object = None) -> None:
        connections.close_all()
        database.copy(database_server, name)

    copy_afresh()
    # Requests act in the web server's role, as they do in a running place: what the walls keep from it, no test sees.
    role = WEB if database.steps_down(database_server) else ""
    # A flush would leave sequences and what migrations have put in; a copy is as quick and exact.
    TransactionTestCase._fixture_teardown = copy_afresh  # type: ignore[attr-defined]
    with in_role(role):
        yield
    connections.close_all()
    database.drop(database_server, name)


@pytest.fixture(scope="session", autouse=True)
def layers_made_once() -> Iterator[None]:
    """A new test client does not make the middleware anew."""
    with made_once():
        yield


@pytest.fixture(scope="session", autouse=True)
def passwords_cost_little() -> Iterator[None]:
    """The cost of a hash is tested once (test_staff.py), not paid by every test that signs in."""
    with cheap_hashes():
        yield


@pytest.fixture(scope="session")
def demonstration_database(
    database_server: str,
    django_db_setup: None,  # noqa: ARG001
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[str]:
    """The name of a database with a small demonstration of Milton Keynes, built once on the tests' own day."""

    def fill(url: str) -> None:
        standing = kernel_clock.use(TestClock(TEST_NOW))
        with standing, connected_to(urlsplit(url).path.lstrip("/")), translation.override("en"):
            build(families_wanted=900, seed=7, say=lambda _words: None)

    name = database.fresh_name("small")
    with django_db_blocker.unblock():
        database.copy_filled(database_server, name, kind="small", day=TEST_NOW.date(), fill=fill)
    yield name
    database.drop(database_server, name)


@pytest.fixture
def on_demonstration(demonstration_database: str) -> Iterator[None]:
    """The database of this test is that of the small demonstration."""
    with connected_to(demonstration_database):
        yield


@pytest.fixture
def demonstration(on_demonstration: None, db: None) -> None:
    """A small demonstration of Milton Keynes; what the test writes there is undone."""


@pytest.fixture(autouse=True)
def clock() -> Iterator[TestClock]:
    """Tuesday 10 March 2026, half past ten in London."""
    standing = TestClock(TEST_NOW)
    previous = kernel_clock.set_default(standing)
    yield standing
    kernel_clock.set_default(previous)


@pytest.fixture(autouse=True)
def no_copies() -> Iterator[None]:
    """A test starts without copies and messages of what the test before has written."""
    yield
    lasting.forget_all()
    caches["pages"].clear()
    caches["asked"].clear()
    shutil.rmtree(settings.KITH.place_var / "messages", ignore_errors=True)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A test starts in English, whatever language the one before has left behind."""
    with translation.override("en"):
        yield


@pytest.fixture
def client() -> Client:
    """A browser: as they all do, it says that the forms it sends are from our own pages."""
    return Client(headers={"sec-fetch-site": "same-origin"})


@pytest.fixture
def run_jobs() -> Callable[[], int]:
    """Run the queued jobs that are due, and those that they queue, in this test's own transaction."""
    return run_due_jobs
