"""The room as a Django application."""

from django.apps import AppConfig


class HubDaysConfig(AppConfig):
    """The room's tables carry the label ``hub_days``."""

    name = "kith.hub_days"
    label = "hub_days"
