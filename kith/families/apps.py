"""Families as a Django application."""

from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    """The room's tables carry the label ``families``."""

    name = "kith.families"
    label = "families"
