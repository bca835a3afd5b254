"""The demonstration's provider: each message becomes a file that can be opened and read."""

import os
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.policy import SMTP
from pathlib import Path

from kith.messages.providers.letter import Letter
from kith.messages.providers.mail import as_email


@dataclass(frozen=True)
class Written:
    """A message as it lies in the folder."""

    to: str
    language: str
    subject: str
    body: str


class Folder:
    """Writes e-mails as ``.eml`` and texts as ``.txt``; a second writing of the same message replaces the first."""

    def __init__(self, folder: Path, sender: str) -> None:
        self.folder = folder
        self.sender = sender

    def find(self, reference: str) -> str | None:
        """The file's name, where it has been written."""
        return next((path.name for path in self.folder.glob(f"{reference}.*") if path.suffix in (".eml", ".txt")), None)

    def send(self, letter: Letter) -> str:
        """Write the file, whole or not at all."""
        if "@" in letter.to:
            name, content = f"{letter.reference}.eml", as_email(letter, self.sender).as_bytes(policy=SMTP)
        else:
            name, content = f"{letter.reference}.txt", f"To: {letter.to}\n\n{letter.body}\n".encode()
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = self.folder / f".{name}.{os.getpid()}"
        unfinished.write_bytes(content)
        unfinished.replace(self.folder / name)
        return name

    def newest(self, most: int) -> list[Written]:
        """The messages written last, the newest first."""
        paths = [path for path in self.folder.glob("kith-*") if path.suffix in (".eml", ".txt")]
        paths.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
        return [_read(path) for path in paths[:most]]


def _read(path: Path) -> Written:
    if path.suffix == ".txt":
        to, _, body = path.read_text("utf-8").partition("\n\n")
        return Written(to.removeprefix("To: "), "", "", body)
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    words = mail.get_body(("plain",))
    body = str(words.get_content()) if words else ""
    return Written(str(mail["To"]), str(mail["Content-Language"] or ""), str(mail["Subject"]), body)
