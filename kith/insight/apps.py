"""Insight as a Django application."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """It has no tables: it reads what other rooms keep."""

    name = "kith.insight"
    label = "insight"
