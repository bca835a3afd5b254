"""The room as a Django application."""

from django.apps import AppConfig


class RotasConfig(AppConfig):
    """The room's tables carry the label ``rotas``."""

    name = "kith.rotas"
    label = "rotas"
