"""The room as a Django application."""

from django.apps import AppConfig


class StudiesConfig(AppConfig):
    """The room's tables carry the label ``studies``."""

    name = "kith.studies"
    label = "studies"
