"""Messages as tests look at them: the rows, whatever room sent them."""

from kith.messages.models import Message

__all__ = ["Message"]
