"""Django's connection, turned to another database for a while."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, connections


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    """Inside the block the connection is to the database of this name on the same server."""
    usual = connection.settings_dict["NAME"]
    connections.close_all()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connections.close_all()
        connection.settings_dict["NAME"] = usual
