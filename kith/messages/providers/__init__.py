"""Those who carry messages: a folder for the demonstration, a mail server, GOV.UK Notify."""

from kith.messages.providers.choice import provider_for
from kith.messages.providers.letter import Letter, Provider, SendFailed

__all__ = ["Letter", "Provider", "SendFailed", "provider_for"]
