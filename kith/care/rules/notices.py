"""What somebody at work is told on her Today page. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the words stand in wording, the particulars in its facts as ids and codes."""

    STEP_HANDED_ON = "step_handed_on"
    STEP_LATE = "step_late"
    STEP_OF_LEAVER = "step_of_leaver"
    NOTICE_OF_LEAVER = "notice_of_leaver"
    CONCERN_RAISED = "concern_raised"
    NOT_BACK = "not_back"
