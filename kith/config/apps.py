"""Ties the rooms together once all of them are loaded."""

from importlib import import_module

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Comes last, so that the wiring finds every room in place."""

    name = "kith.config"
    label = "config"

    def ready(self) -> None:
        """Register listeners, scopes and viewers."""
        # Not a plain import: the rooms can only be imported once Django has loaded them.
        import_module("kith.config.wiring").connect()
