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
from kith.directory.actions.offering import add_service, change_service, offer_service_again, withdraw_service
from kith.directory.actions.upkeep import confirm_service, confirm_venue
from kith.directory.actions.venues import add_venue, change_venue
from kith.directory.rules import ListedService, ListedVenue, SpeakerOf

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
    "change_service",
    "change_venue",
    "confirm_service",
    "confirm_venue",
    "leave_changes",
    "load_directory",
    "offer_service_again",
    "propose_changes",
    "withdraw_service",
]
