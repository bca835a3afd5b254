"""A letter as an e-mail."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from kith.kernel import clock
from kith.messages.providers.letter import Letter


def as_email(letter: Letter, sender: str) -> EmailMessage:
    """The e-mail, with the calendar file where there is one. Every try carries the same Message-ID."""
    mail = EmailMessage()
    mail["Subject"] = " ".join(letter.subject.split())
    mail["From"] = sender
    mail["To"] = Address(addr_spec=letter.to)
    mail["Date"] = format_datetime(clock.now())
    mail["Message-ID"] = f"<{letter.reference}@{sender.rpartition('@')[2].strip('<> ') or 'kith.invalid'}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(letter.body + "\n")
    if letter.calendar:
        method = "CANCEL" if "METHOD:CANCEL" in letter.calendar else "PUBLISH"
        mail.add_attachment(
            letter.calendar.encode(),
            "text",
            "calendar",
            filename="kith.ics",
            params={"method": method, "charset": "utf-8"},
        )
    # Last: setting the content and attaching files both move or drop every header named Content-….
    mail["Content-Language"] = letter.language
    return mail
