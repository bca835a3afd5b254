"""What people at work hear of peer supporters. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """Each is worded in ``kith.peers.wording.notices``."""

    PEER_APPLIED = "peer_applied"
    PEER_CHECK_ENDS = "peer_check_ends"
    PEER_PAUSED = "peer_paused"
    PEER_WISHED = "peer_wished"
