"""How codes leave the house: the room that sends messages says so here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Letter:
    """A code to send (or a letter about one), to an e-mail address or to a phone; ``facts`` fill in its text."""

    kind: str
    language: str
    code: str
    to_email: str | None = None
    to_phone: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


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
