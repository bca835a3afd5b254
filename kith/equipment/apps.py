"""The room as a Django application."""

from django.apps import AppConfig


class EquipmentConfig(AppConfig):
    """The room's tables carry the label ``equipment``."""

    name = "kith.equipment"
    label = "equipment"
