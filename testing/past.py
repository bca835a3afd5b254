"""Loading a past in tests as the demonstration does: many rows at once, past the actions."""

from kith.demonstration.loading import load

__all__ = ["load"]
