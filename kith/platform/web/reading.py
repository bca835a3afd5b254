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
        transaction.savepoint_rollback(savepoint)
