"""What is handed to a provider, and what may go wrong."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Letter:
    """A message in its final words. ``reference`` is the same for every try."""

    reference: str
    to: str
    language: str
    subject: str
    body: str
    calendar: str = ""


class SendFailed(Exception):
    """The provider did not take it. Carries a code and never an address or a word of the message."""

    def __init__(self, code: str, *, is_worth_retrying: bool) -> None:
        super().__init__(code)
        self.code = code
        self.is_worth_retrying = is_worth_retrying


class Provider(Protocol):
    """A service that carries messages."""

    def find(self, reference: str) -> str | None:
        """The provider's reference of a message it already took under ours; None where it has none or cannot tell."""

    def send(self, letter: Letter) -> str:
        """Hand the letter over; returns the provider's own reference, raises SendFailed."""
