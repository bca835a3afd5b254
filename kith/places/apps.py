"""The room as a Django application."""

from importlib import import_module

from django.apps import AppConfig

from kith.kernel import choices


class PlacesConfig(AppConfig):
    """Its tables carry the label ``places``."""

    name = "kith.places"
    label = "places"

    def ready(self) -> None:
        """Have every room read what the place has chosen."""
        # Not a plain import: the tables can only be imported once Django has loaded them.
        choices.read_with(import_module("kith.places.chosen").chosen_values)
