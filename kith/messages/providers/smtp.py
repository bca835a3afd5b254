"""E-mail by a mail server: ``smtp://user:password@host:587`` (STARTTLS) or ``smtps://…:465``."""

import smtplib
import ssl
from urllib.parse import unquote, urlsplit

from kith.messages.providers.letter import Letter, SendFailed
from kith.messages.providers.mail import as_email

PATIENCE = 10.0


class MailServer:
    """Hands e-mails to one mail server."""

    def __init__(self, url: str, sender: str) -> None:
        self.url = urlsplit(url)
        self.sender = sender

    def find(self, reference: str) -> str | None:  # noqa: ARG002  # a mail server cannot be asked
        """Nothing: a mail server cannot be asked. By the same Message-ID the reader's own may drop a second copy."""
        return None

    def send(self, letter: Letter) -> str:
        """Hand the e-mail over."""
        mail = as_email(letter, self.sender)
        try:
            with self._connection() as server:
                server.send_message(mail)
        except smtplib.SMTPRecipientsRefused as error:
            is_final = all(code >= 500 for code, _ in error.recipients.values())
            raise SendFailed("address_refused", is_worth_retrying=not is_final) from None
        except smtplib.SMTPResponseException as error:
            raise SendFailed(f"smtp_{error.smtp_code}", is_worth_retrying=error.smtp_code < 500) from None
        except (smtplib.SMTPException, OSError) as error:
            raise SendFailed(f"smtp_{type(error).__name__}", is_worth_retrying=True) from None
        return str(mail["Message-ID"])

    def _connection(self) -> smtplib.SMTP:
        host, port = self.url.hostname or "localhost", self.url.port
        trusted = ssl.create_default_context()
        server: smtplib.SMTP
        if self.url.scheme == "smtps":
            server = smtplib.SMTP_SSL(host, port or 465, timeout=PATIENCE, context=trusted)
        else:
            server = smtplib.SMTP(host, port or 587, timeout=PATIENCE)
            if self.url.username:
                server.starttls(context=trusted)
        if self.url.username:
            server.login(unquote(self.url.username), unquote(self.url.password or ""))
        return server
