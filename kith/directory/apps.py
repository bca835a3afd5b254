"""The room as a Django application."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """The room's tables carry the label ``directory``."""

    name = "kith.directory"
    label = "directory"
