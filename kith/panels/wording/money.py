"""Pounds as a reader knows them, and as they are typed."""

from decimal import Decimal

from kith.platform.ui.formats import number


def pounds(pence: int) -> str:
    """The amount with its sign, kept left to right."""
    return f"\u2066£{number(Decimal(pence) / 100, 0 if pence % 100 == 0 else 2)}\u2069"
