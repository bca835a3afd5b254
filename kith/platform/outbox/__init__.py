"""Events: what one room announces, in the same transaction as the deed, and others answer later, surely and once."""

from kith.platform.outbox.delivery import deliver
from kith.platform.outbox.events import Event, append, listen, listeners

__all__ = ["Event", "append", "deliver", "listen", "listeners"]
