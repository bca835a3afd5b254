"""Contacts as a Django application."""

from django.apps import AppConfig


class ContactsConfig(AppConfig):
    """The room's tables carry the label ``contacts``."""

    name = "kith.contacts"
    label = "contacts"
