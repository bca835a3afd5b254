"""Keeping the directory."""

from kith.directory.actions.feeds import (
    Accepted,
    BadFeed,
    Proposal,
    accept_changes,
    leave_changes,
    load_directory,
    propose_changes,
)
from kith.directory.actions.offering import ListedService, SpeakerOf, add_service, withdraw_service
from kith.directory.actions.upkeep import confirm_service, confirm_venue
from kith.directory.actions.venues import ListedVenue, add_venue

__all__ = [
    "Accepted",
    "BadFeed",
    "ListedService",
    "ListedVenue",
    "Proposal",
    "SpeakerOf",
    "accept_changes",
    "add_service",
    "add_venue",
    "confirm_service",
    "confirm_venue",
    "leave_changes",
    "load_directory",
    "propose_changes",
    "withdraw_service",
]
