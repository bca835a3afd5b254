"""The kinds of notices that equipment raises for people at work. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the words stand in wording, the particulars in its facts as ids and codes."""

    PUMP_IN_BEREAVEMENT = "pump_in_bereavement"
    PUMP_NOT_BACK = "pump_not_back"
