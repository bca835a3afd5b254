"""The room as a Django application."""

from django.apps import AppConfig


class StoresConfig(AppConfig):
    """The room's tables carry the label ``stores``."""

    name = "kith.stores"
    label = "stores"
