"""How codes leave the house: the room that sends messages says so here."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Letter:
    """A code to send, to an e-mail address or to a phone."""

    kind: str
    language: str
    code: str
    to_email: str | None = None
    to_phone: str | None = None


Send = Callable[[Letter], None]
_senders: list[Send] = []


class NobodySends(RuntimeError):
    """No room has offered to send codes."""


def register_sender(sender: Send) -> None:
    """Let this function send all codes from now on."""
    _senders[:] = [sender]


def send(letter: Letter) -> None:
    """Send the code."""
    if not _senders:
        raise NobodySends(letter.kind)
    _senders[0](letter)
