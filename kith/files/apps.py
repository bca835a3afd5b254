"""The room as a Django application."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """The room's tables carry the label ``files``."""

    name = "kith.files"
    label = "files"
