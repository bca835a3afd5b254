"""The platform as a Django application."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import pre_migrate


class PlatformConfig(AppConfig):
    """The platform's tables carry the label ``platform``."""

    name = "kith.platform"
    label = "platform"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Watch over every ``migrate``, wherever it is called from."""
        # Not a plain import: what migrations need can only be imported once Django has loaded its applications.
        pre_migrate.connect(import_module("kith.platform.laid_out").refuse_anothers, sender=self)
