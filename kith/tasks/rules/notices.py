"""What tasks itself tells people; other rooms have kinds of their own. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the words stand in wording, the particulars in its facts as ids and codes."""

    STEP_HANDED_ON = "step_handed_on"
    STEP_LATE = "step_late"
    NOTICE_OF_LEAVER = "notice_of_leaver"
    AUDIT_BROKEN = "audit_broken"
    STEPS_ENDED_BY_FAMILY = "steps_ended_by_family"
