"""The room as a Django application."""

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    """The room's tables carry the label ``groups``."""

    name = "kith.groups"
    label = "groups"
