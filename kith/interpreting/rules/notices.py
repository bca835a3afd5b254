"""What interpreting tells people at work on their Today page. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the words stand in ``notice_words``."""

    INTERPRETER_UNCONFIRMED = "interpreter_unconfirmed"
    INTERPRETER_DECLINED = "interpreter_declined"
    INTERPRETER_LATE = "interpreter_late"
