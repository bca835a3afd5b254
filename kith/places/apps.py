"""The room as a Django application."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Its tables carry the label ``places``."""

    name = "kith.places"
    label = "places"
