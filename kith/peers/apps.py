"""The room as a Django application."""

from django.apps import AppConfig


class PeersConfig(AppConfig):
    """The room's tables carry the label ``peers``."""

    name = "kith.peers"
    label = "peers"
