"""Reading is enforced by PostgreSQL, not by good intentions."""

from contextlib import suppress

import pytest
from django.db import InternalError, connection
from psycopg.pq import TransactionStatus

from kith.platform.sign_in.models import Account
from kith.platform.web.reading import read_only


def is_read_only() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW transaction_read_only")
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_a_write_is_refused_and_the_connection_may_write_again_afterwards() -> None:
    with pytest.raises(InternalError, match="read-only transaction"), read_only():
        Account.objects.create_user(email="a@example.org")
    Account.objects.create_user(email="a@example.org")
    with read_only():
        assert Account.objects.count() == 1
    assert is_read_only() == "off"


@pytest.mark.django_db(transaction=True)
def test_nothing_is_sent_to_the_database_before_the_first_query() -> None:
    with read_only():
        assert connection.connection.info.transaction_status == TransactionStatus.IDLE


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_has_died_since_the_last_page_is_replaced_by_one_that_only_reads() -> None:
    connection.ensure_connection()
    with connection.cursor() as cursor, suppress(Exception):
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    connection.health_check_enabled, connection.health_check_done = True, False  # as at the beginning of a request
    with read_only():
        assert is_read_only() == "on"


@pytest.mark.django_db
def test_inside_an_open_transaction_it_reads_only_too_and_leaves_it_as_it_was() -> None:
    Account.objects.create_user(email="a@example.org")
    with read_only():
        assert Account.objects.count() == 1
        assert is_read_only() == "on"
    with pytest.raises(InternalError, match="read-only transaction"), read_only():
        Account.objects.all().delete()
    assert is_read_only() == "off"
    Account.objects.create_user(email="b@example.org")
    assert Account.objects.count() == 2
