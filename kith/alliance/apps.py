"""The room as a Django application."""

from django.apps import AppConfig


class AllianceConfig(AppConfig):
    """The room's tables carry the label ``alliance``."""

    name = "kith.alliance"
    label = "alliance"
