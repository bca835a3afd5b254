"""The platform as a Django application."""

from django.apps import AppConfig


class PlatformConfig(AppConfig):
    """The platform's tables carry the label ``platform``."""

    name = "kith.platform"
    label = "platform"
    default_auto_field = "django.db.models.BigAutoField"
