"""The kinds of notices that feeding raises for people at work. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the words stand in wording, the particulars in its facts as ids and codes."""

    FEEDING_SIGN = "feeding_sign"
    BIRTH_DAY_CORRECTED = "birth_day_corrected"
    WEIGHT_CORRECTED = "weight_corrected"
