"""The tables of the room: supporters and their proofs, courses, wishes and matches. Private to it."""

from kith.peers.models import courses, matching, proofs, supporters, supporting

__all__ = ["courses", "matching", "proofs", "supporters", "supporting"]
