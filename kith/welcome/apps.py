"""The room as a Django application."""

from django.apps import AppConfig


class WelcomeConfig(AppConfig):
    """The room's tables carry the label ``welcome``."""

    name = "kith.welcome"
    label = "welcome"
