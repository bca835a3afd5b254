"""Interpreting as a Django application."""

from django.apps import AppConfig


class InterpretingConfig(AppConfig):
    """The room's tables carry the label ``interpreting``."""

    name = "kith.interpreting"
    label = "interpreting"
