"""Keeping the directory."""

from kith.directory.actions.offering import ListedService, SpeakerOf, add_service, withdraw_service
from kith.directory.actions.upkeep import confirm_service
from kith.directory.actions.venues import ListedVenue, add_venue

__all__ = [
    "ListedService",
    "ListedVenue",
    "SpeakerOf",
    "add_service",
    "add_venue",
    "confirm_service",
    "withdraw_service",
]
