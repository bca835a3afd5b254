"""What every installed room says of itself in a file of one name."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings


def declared_by_rooms(file: str, name: str) -> Iterator[Any]:
    """What each room that has this file says there under this name; config speaks for what has no room."""
    for room in settings.INSTALLED_APPS:
        if room.startswith("kith.") and find_spec(f"{room}.{file}"):
            yield getattr(import_module(f"{room}.{file}"), name)
