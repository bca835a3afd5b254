"""The notices about peer supporters that people at work receive. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """Each is worded in ``kith.peers.wording.notices``."""

    PEER_APPLIED = "peer_applied"
    PEER_CHECK_ENDS = "peer_check_ends"
    PEER_PAUSED = "peer_paused"
    PEER_WISHED = "peer_wished"
    PEER_ASKS_FOR_HELP = "peer_asks_for_help"
    PEER_HELP_WAITS = "peer_help_waits"
    PEER_COST_PAID = "peer_cost_paid"
    PEER_COST_REFUSED = "peer_cost_refused"
    PEER_PAIRS = "peer_pairs"
