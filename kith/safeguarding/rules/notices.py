"""The kinds of notices that safeguarding raises for people at work. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the words stand in wording, the particulars in its facts as ids and codes."""

    CONCERN_RAISED = "concern_raised"
    NO_SAFEGUARDING_LEAD = "no_safeguarding_lead"
    NOT_BACK = "not_back"
