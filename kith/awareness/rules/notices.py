"""The kinds of notices about events that everybody promotes."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice about an event says."""

    EVENT_TO_SHARE = "event_to_share"
