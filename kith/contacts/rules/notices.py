"""What contacts tells people at work on their Today page. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the words stand in wording, the particulars in its facts as ids and codes."""

    NEW_FACE = "new_face"
