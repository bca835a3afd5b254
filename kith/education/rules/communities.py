"""The groups in which people at work and births are set beside each other. Pure."""

from enum import StrEnum


class Community(StrEnum):
    """The five groups in which counts are published, and what was not said."""

    WHITE = "white"
    MIXED = "mixed"
    ASIAN = "asian"
    BLACK = "black"
    OTHER = "other"
    UNKNOWN = "unknown"
