"""Programmes as a Django application."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """The room's tables carry the label ``programmes``."""

    name = "kith.programmes"
    label = "programmes"
