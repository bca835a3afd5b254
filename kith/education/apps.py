"""The room as a Django application."""

from django.apps import AppConfig


class EducationConfig(AppConfig):
    """The room's tables carry the label ``education``."""

    name = "kith.education"
    label = "education"
