"""The room as a Django application."""

from django.apps import AppConfig


class BundlesConfig(AppConfig):
    """The room's tables carry the label ``bundles``."""

    name = "kith.bundles"
    label = "bundles"
