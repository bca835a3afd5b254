"""The room as a Django application."""

from django.apps import AppConfig


class CafesConfig(AppConfig):
    """The room's tables carry the label ``cafes``."""

    name = "kith.cafes"
    label = "cafes"
