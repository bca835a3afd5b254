"""Finding as a Django application."""

from django.apps import AppConfig


class FindingConfig(AppConfig):
    """The room has pages and no tables."""

    name = "kith.finding"
    label = "finding"
