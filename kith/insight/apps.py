"""Insight as a Django application."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """It reads what other rooms keep, and keeps what was released."""

    name = "kith.insight"
    label = "insight"
