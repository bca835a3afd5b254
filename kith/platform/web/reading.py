"""Reading without being able to write: the database itself refuses."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def read_only() -> Iterator[None]:
    """Everything inside the block reads; PostgreSQL refuses a write. Costs nothing until the first query."""
    if connection.in_atomic_block:
        with _nested():
            yield
        return
    # Looked at here, for a connection replaced at the beginning of the transaction would not know that it only reads.
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    raw = connection.connection
    raw.read_only = True
    try:
        with transaction.atomic():
            yield
    finally:
        if not raw.closed:
            raw.read_only = None


@contextmanager
def _nested() -> Iterator[None]:
    """The same inside a transaction that is already open (as in tests): a savepoint made read-only and rolled back."""
    savepoint = transaction.savepoint()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        yield
    finally:
        transaction.set_rollback(False)  # whatever broke inside is undone by going back to the savepoint
        transaction.savepoint_rollback(savepoint)
