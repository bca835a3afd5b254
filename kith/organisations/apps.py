"""Organisations as a Django application."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """The room's tables carry the label ``organisations``."""

    name = "kith.organisations"
    label = "organisations"
