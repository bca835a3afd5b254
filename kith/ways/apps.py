"""The room as a Django application."""

from django.apps import AppConfig


class WaysConfig(AppConfig):
    """Its tables carry the label ``ways``."""

    name = "kith.ways"
    label = "ways"
