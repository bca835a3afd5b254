"""The migrations as a Django application: it brings the command, and has no tables."""

from django.apps import AppConfig


class MigratingConfig(AppConfig):
    """Its ``migrate`` takes the place of Django's own."""

    name = "kith.migrating"
    label = "migrating"
