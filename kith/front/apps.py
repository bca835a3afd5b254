"""The room as a Django application."""

from django.apps import AppConfig


class FrontConfig(AppConfig):
    """Its tables carry the label ``front``."""

    name = "kith.front"
    label = "front"
