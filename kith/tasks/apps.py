"""Tasks as a Django application."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """The room's tables carry the label ``tasks``."""

    name = "kith.tasks"
    label = "tasks"
