"""The demonstration, as Django knows it: it has no tables, only a command."""

from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    """An invented place."""

    name = "kith.demonstration"
