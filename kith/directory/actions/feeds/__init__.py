"""Taking listings over from other directories: read, proposed, and only then accepted by somebody."""

from kith.directory.actions.feeds.accepting import Accepted, accept_changes, leave_changes
from kith.directory.actions.feeds.fetching import BadFeed, documents_at
from kith.directory.actions.feeds.loading import load_directory
from kith.directory.actions.feeds.proposing import Proposal, propose_changes

__all__ = [
    "Accepted",
    "BadFeed",
    "Proposal",
    "accept_changes",
    "documents_at",
    "leave_changes",
    "load_directory",
    "propose_changes",
]
