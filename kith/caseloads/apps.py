"""Caseloads as a Django application."""

from django.apps import AppConfig


class CaseloadsConfig(AppConfig):
    """The room's tables carry the label ``caseloads``."""

    name = "kith.caseloads"
    label = "caseloads"
