"""Feeding as a Django application."""

from django.apps import AppConfig


class FeedingConfig(AppConfig):
    """The room's tables carry the label ``feeding``."""

    name = "kith.feeding"
    label = "feeding"
