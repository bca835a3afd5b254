"""The room as a Django application."""

from django.apps import AppConfig


class RightsConfig(AppConfig):
    """Its tables carry the label ``rights``."""

    name = "kith.rights"
    label = "rights"
