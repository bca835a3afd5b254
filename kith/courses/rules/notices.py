"""The kinds of notices that courses raises for people at work. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the words stand in wording, the particulars in its facts as ids and codes."""

    COURSE_FOLLOW_UPS = "course_follow_ups"
    FOLLOW_UP_HANDED_ON = "follow_up_handed_on"
    FOLLOW_UP_OF_LEAVER = "follow_up_of_leaver"
