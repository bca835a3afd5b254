"""What the alliance tells people at work. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about."""

    ACTION_GIVEN = "action_given"
    ALLIANCE_WORK_LEFT = "alliance_work_left"
