"""One number that moves when what the public sees has changed; the page cache is keyed by it."""

from django.db import InterfaceError, OperationalError, connection, transaction

SEQUENCE = "platform_public_pages"


def touch() -> None:
    """Say, once this transaction has committed, that public pages must be made anew."""
    # Once is enough for a transaction; a savepoint that was rolled back has taken its own entry with it.
    if all(waiting[1] is not _advance for waiting in connection.run_on_commit):
        transaction.on_commit(_advance)


def stamp() -> int:
    """The present number."""
    # This question is the first of most requests, so it is also what finds out whether the line still works:
    # Django's own question before it would cost a page that lies ready a tenth of its time.
    connection.health_check_done = True  # type: ignore[attr-defined]  # an attribute of all wrappers, not in the stubs
    try:
        return _ask()
    except (OperationalError, InterfaceError):
        if connection.in_atomic_block:
            raise
        connection.close()
        return _ask()


def _ask() -> int:
    with connection.cursor() as cursor:
        # A new sequence and one advanced once both say 1; only ``is_called`` tells them apart.
        cursor.execute(f"SELECT last_value + is_called::int FROM {SEQUENCE}")
        row: tuple[int] = cursor.fetchone()
    return row[0]


def _advance() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(%s)", [SEQUENCE])
