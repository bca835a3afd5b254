"""The room as a Django application."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """The room's tables carry the label ``plans``."""

    name = "kith.plans"
    label = "plans"
