"""A lasting copy is told while the database is stopped, seen anew after a change, and never half written."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import OperationalError

from kith.platform import freshness
from kith.platform.freshness import Topic
from kith.platform.web import lasting
from kith.platform.web.lasting import LastingCopy

pytestmark = pytest.mark.django_db


class Place:
    """What a copy is built from: words that change, and a database that may be stopped."""

    def __init__(self) -> None:
        self.words = "first"
        self.is_stopped = False
        self.asked = 0

    def build(self) -> str:
        self.asked += 1
        return self.words

    def stamp(self, *_topics: Topic, also: object = None) -> str:
        assert also
        if self.is_stopped:
            raise OperationalError("stopped")
        return self.words


@pytest.fixture
def place() -> Place:
    return Place()


@pytest.fixture
def copy(place: Place) -> Iterator[LastingCopy[str]]:
    made = LastingCopy("test", build=place.build, shipped=lambda: "shipped", read=str)
    yield made
    made.forget()
    lasting._copies.remove(made)
    freshness._listeners.remove((Topic.DANGER, made.renew))


def another(copy: LastingCopy[str]) -> LastingCopy[str]:
    """The same copy in another process of this machine, which has nothing in its memory."""
    made: LastingCopy[str] = LastingCopy("test", build=copy._build, shipped=copy._shipped, read=copy._read)
    lasting._copies.remove(made)
    freshness._listeners.remove((Topic.DANGER, made.renew))
    return made


def test_it_is_built_once_and_then_asked_of_nobody(copy: LastingCopy[str], place: Place, django_assert_num_queries):
    assert copy.current() == "first"
    with django_assert_num_queries(0):
        assert copy.current() == "first"
        assert copy.mark() == copy.mark()
    assert place.asked == 1


def test_a_change_is_told_at_once_here_and_in_every_process_of_this_machine(
    copy: LastingCopy[str], place: Place, django_capture_on_commit_callbacks
):
    other = another(copy)
    assert (copy.current(), other.current()) == ("first", "first")
    assert place.asked == 1  # the other process read the file
    mark, place.words = other.mark(), "second"
    with django_capture_on_commit_callbacks(execute=True):
        freshness.invalidate(Topic.DANGER)
    assert (copy.current(), other.current()) == ("second", "second")
    assert other.mark() == copy.mark() != mark


def test_a_database_that_is_stopped_leaves_the_last_copy(
    copy: LastingCopy[str], place: Place, clock: Any, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(lasting.freshness, "stamp", place.stamp)
    assert copy.current() == "first"
    place.is_stopped, place.words = True, "second"
    clock.advance(hours=1)
    assert copy.current() == "first"
    assert another(copy).current() == "first"  # begun while it was stopped
    place.is_stopped = False
    clock.advance(seconds=lasting.SECONDS_BETWEEN_TRIES + 1)
    assert copy.current() == "second"


def test_a_place_that_never_had_a_database_tells_what_was_shipped(
    copy: LastingCopy[str], place: Place, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(lasting.freshness, "stamp", place.stamp)
    place.is_stopped = True
    assert copy.current() == "shipped"
    assert copy.mark()


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"stamp": "1"}', "\x00"])
def test_a_broken_file_is_made_anew(copy: LastingCopy[str], broken: str):
    copy.current()
    copy._path().write_text(broken)
    assert another(copy).current() == "first"
    assert json.loads(copy._path().read_text())["facts"] == "first"


def test_a_folder_that_cannot_be_written_leaves_it_in_memory(copy: LastingCopy[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("kith.platform.web.lasting.fcntl.flock", _refuse)
    assert copy.current() == "first"
    assert not copy._path().exists()
    assert copy.mark()


def test_a_full_disk_does_not_bring_old_words_back(
    copy: LastingCopy[str], place: Place, monkeypatch: pytest.MonkeyPatch
):
    assert copy.current() == "first"
    monkeypatch.setattr("kith.platform.web.lasting.fcntl.flock", _refuse)
    place.words = "second"
    copy.renew()
    assert (copy.current(), copy.current()) == ("second", "second")


def test_a_release_that_ships_other_facts_does_not_read_the_file_of_the_one_before(copy: LastingCopy[str]):
    assert copy.current() == "first"
    newer = another(copy)
    newer._shipped, newer._build = lambda: "shipped anew", lambda: "first of the new release"
    assert newer.current() == "first of the new release"


def test_whatever_breaks_while_it_is_built_leaves_the_last_copy(copy: LastingCopy[str], place: Place):
    assert copy.current() == "first"
    copy._build = lambda: {}["gone"]
    copy.renew()
    assert copy.current() == "first"


def test_a_process_that_read_the_database_before_does_not_overwrite_a_newer_file(
    copy: LastingCopy[str], place: Place, django_capture_on_commit_callbacks
):
    slow = another(copy)
    older = f"{slow._edition} {freshness.stamp(Topic.DANGER, also=lasting.ONE_DATABASE)}"
    place.words = "second"
    with django_capture_on_commit_callbacks(execute=True):
        freshness.invalidate(Topic.DANGER)
    slow._write(older, "first")
    assert json.loads(copy._path().read_text())["facts"] == "second"


def test_while_one_thread_asks_a_database_that_hangs_the_others_go_on(copy: LastingCopy[str], clock: Any):
    assert copy.current() == "first"
    clock.advance(hours=1)
    with copy._lock:  # as a thread holds it that waits for an answer
        assert copy.current() == "first"


def _refuse(*_args: Any, **_kwargs: Any) -> Any:
    raise OSError(30, "Read-only file system")


def test_on_another_machine_a_change_is_told_once_the_copy_is_old(
    copy: LastingCopy[str], place: Place, clock: Any, monkeypatch: pytest.MonkeyPatch, settings: Any
):
    monkeypatch.setattr(lasting.freshness, "stamp", place.stamp)
    assert copy.current() == "first"
    place.words = "second"  # changed elsewhere: nobody here is told
    assert copy.current() == "first"
    clock.advance(seconds=settings.KITH.public_cache_seconds + 1)
    assert copy.current() == "second"
