"""Safeguarding as a Django application."""

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    """The room's tables carry the label ``safeguarding``."""

    name = "kith.safeguarding"
    label = "safeguarding"
