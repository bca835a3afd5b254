"""The library as a Django application."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """The room's tables carry the label ``library``."""

    name = "kith.library"
    label = "library"
