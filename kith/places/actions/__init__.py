"""Writes of the ground: the typed facts, and the files that ``kith load`` brings."""

from kith.places.actions.founding import found_place

__all__ = ["found_place"]
