"""The kinds of notices about events that all members promote."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice about an event says."""

    EVENT_TO_SHARE = "event_to_share"
