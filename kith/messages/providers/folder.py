"""The demonstration's provider: each message becomes a file that can be opened and read."""

import os
from email.policy import SMTP
from pathlib import Path

from kith.messages.providers.letter import Letter
from kith.messages.providers.mail import as_email


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
