"""One moment for all questions: for a file that is made while others write."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_snapshot() -> Iterator[None]:
    """Every question inside the block is answered as things stood at the first."""
    if connection.in_atomic_block:
        yield  # a caller that has begun has its own moment
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
