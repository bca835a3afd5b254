"""Disclosure control: which cells of a published table to hide so that no small count can be worked out."""

from kith.methods.suppression.model import CannotProtect
from kith.methods.suppression.proportions import ProportionSuppression, suppress_proportion
from kith.methods.suppression.tables import Suppression, suppress

__all__ = ["CannotProtect", "ProportionSuppression", "Suppression", "suppress", "suppress_proportion"]
