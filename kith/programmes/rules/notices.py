"""The kinds of notices that programmes raises for people at work. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the words stand in wording, the particulars in its facts as ids and codes."""

    PROGRAMME_FAMILY_OF_LEAVER = "programme_family_of_leaver"
    PROGRAMME_ENDED = "programme_ended"
    PROGRAMME_CLOSED = "programme_closed"
