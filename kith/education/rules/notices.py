"""What people at work hear of training. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """Each is worded in ``kith.education.wording.notices``."""

    TRAINING_ENDS = "training_ends"
    TRAINING_ENDED = "training_ended"
    TRAINING_OF_COLLEAGUE_ENDED = "training_of_colleague_ended"
    TRAINING_LATE = "training_late"
