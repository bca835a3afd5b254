"""The kinds of notices that interpreting raises for people at work. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the words stand in ``notice_words``."""

    INTERPRETER_UNCONFIRMED = "interpreter_unconfirmed"
    INTERPRETER_DECLINED = "interpreter_declined"
    INTERPRETER_LATE = "interpreter_late"
