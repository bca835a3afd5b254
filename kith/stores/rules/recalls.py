"""By what the message of a recall is known. Pure."""

from kith.stores.rules.codes import RecallHolderId


def message_key(holder_id: RecallHolderId) -> str:
    """The key of the message to this family, by which its proof is found."""
    return f"item_recalled:{holder_id}"
