"""The room as a Django application."""

from django.apps import AppConfig


class WhatsOnConfig(AppConfig):
    """The room's tables carry the label ``whats_on``."""

    name = "kith.whats_on"
    label = "whats_on"
