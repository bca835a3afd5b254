"""What panels tell people at work. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; none of them names a member of a panel."""

    FINDING_PASSED = "finding_passed"
    FINDING_ANSWERED = "finding_answered"
    FINDING_LATE = "finding_late"
    MEMBER_RESTS = "panel_member_rests"
    PANEL_WORK_LEFT = "panel_work_left"
