"""The room as a Django application."""

from django.apps import AppConfig


class TimetablesConfig(AppConfig):
    """The room's tables carry the label ``timetables``."""

    name = "kith.timetables"
    label = "timetables"
