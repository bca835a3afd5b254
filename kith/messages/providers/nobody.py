"""Where a real place has no provider for a channel: the message is refused and counted, never lost in silence."""

from kith.messages.providers.letter import Letter, SendFailed


class NoProvider:
    """Takes nothing."""

    def find(self, reference: str) -> str | None:  # noqa: ARG002  # nothing was ever taken
        """Nothing."""
        return None

    def send(self, letter: Letter) -> str:  # noqa: ARG002  # it goes nowhere
        """Refuse the letter for good; the message says that it could not be sent."""
        raise SendFailed("no_provider", is_worth_retrying=False)
