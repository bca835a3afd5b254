"""Which provider carries what, by the settings."""

from django.conf import settings

from kith.kernel.choices import place
from kith.messages.providers.folder import Folder
from kith.messages.providers.letter import Provider
from kith.messages.providers.nobody import NoProvider
from kith.messages.providers.notify import Notify
from kith.messages.providers.smtp import MailServer
from kith.messages.rules import Channel


def provider_for(channel: Channel) -> Provider:
    """A mail server for e-mails and GOV.UK Notify for texts where they are set up; in the demonstration a folder.

    In a real place a text without a provider is refused: a folder there would lose it in silence.
    """
    kith, sends_texts = settings.KITH, place.MESSAGES.now == place.MAIL_AND_NOTIFY
    if channel is Channel.EMAIL and kith.email_url:
        return MailServer(kith.email_url.get_secret_value(), kith.email_from)
    if channel is Channel.TEXT and kith.notify_key and sends_texts:
        return Notify(kith.notify_key.get_secret_value(), kith.notify_url, kith.notify_text_template)
    return demonstration_folder() if kith.demonstration else NoProvider()


def demonstration_folder() -> Folder:
    """Where the demonstration's messages lie."""
    return Folder(settings.KITH.place_var / "messages", settings.KITH.email_from)
