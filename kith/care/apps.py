"""Care as a Django application."""

from django.apps import AppConfig


class CareConfig(AppConfig):
    """The room's tables carry the label ``care``."""

    name = "kith.care"
    label = "care"
