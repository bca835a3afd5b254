"""What welcome tells people at work. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about."""

    VISIT_TOLD = "visit_told"
    IMPROVEMENT_GIVEN = "improvement_given"
