"""The room as a Django application."""

from django.apps import AppConfig


class CoursesConfig(AppConfig):
    """The room's tables carry the label ``courses``."""

    name = "kith.courses"
    label = "courses"
