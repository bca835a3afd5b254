"""The number of the public pages is read over a line that may have been cut."""

from __future__ import annotations

import psycopg
import pytest
from django.db import OperationalError, connection, transaction

from kith.platform import freshness
from kith.platform.freshness import Also, Topic


def cut_the_line() -> None:
    connection.ensure_connection()
    number = connection.connection.info.backend_pid
    with psycopg.connect(connection.connection.info.dsn, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [number])


@pytest.mark.django_db(transaction=True)
def test_the_number_is_read_again_over_a_new_line() -> None:
    before = freshness.stamp()
    cut_the_line()
    assert freshness.stamp() == before


@pytest.mark.django_db(transaction=True)
def test_a_transaction_whose_line_is_cut_fails_as_a_whole() -> None:
    with pytest.raises(OperationalError), transaction.atomic():
        cut_the_line()
        freshness.stamp()


@pytest.mark.django_db(transaction=True)
def test_the_number_moves_once_for_a_transaction_however_often_it_is_touched() -> None:
    before = number()
    with transaction.atomic():
        freshness.invalidate(Topic.LISTINGS)
        with transaction.atomic():
            freshness.invalidate(Topic.LISTINGS)
    assert number() == before + 1


@pytest.mark.django_db(transaction=True)
def test_a_touch_in_a_part_that_was_rolled_back_does_not_hide_one_that_stays() -> None:
    before = number()
    with transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            freshness.invalidate(Topic.LISTINGS)
            raise ZeroDivisionError
        freshness.invalidate(Topic.LISTINGS)
    assert number() == before + 1


@pytest.mark.django_db(transaction=True)
def test_a_topic_moves_alone_unless_everything_is_touched() -> None:
    listings, numbers = freshness.stamp(Topic.LISTINGS), freshness.stamp(Topic.NUMBERS)
    freshness.invalidate(Topic.NUMBERS)
    assert freshness.stamp(Topic.LISTINGS) == listings
    assert freshness.stamp(Topic.NUMBERS) != numbers
    freshness.invalidate()
    assert freshness.stamp(Topic.LISTINGS) != listings


@pytest.mark.django_db
def test_what_a_page_depends_on_besides_is_part_of_the_answer() -> None:
    three, four = (freshness.stamp(also=Also("SELECT %s::int + 1", (each,))) for each in (2, 3))
    assert three != four
    assert freshness.stamp(also=Also("SELECT %s::int + 1", (2,))) == three


def number() -> int:
    return int(freshness.stamp(Topic.LISTINGS))
