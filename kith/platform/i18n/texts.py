"""Texts kept in the database in several languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from kith.kernel.languages import ENGLISH, interface_language


@dataclass(frozen=True)
class LocalText:
    """A text together with the language it is really in, which may not be the one asked for."""

    text: str
    lang: str

    @property
    def direction(self) -> str:
        """The way this text runs: ``ltr`` or ``rtl``."""
        return interface_language(self.lang).direction

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


def in_language(texts: Mapping[str, str], lang: str) -> LocalText:
    """The text in this language, else in English, else in whichever language there is."""
    for code in (lang, ENGLISH.code, *texts):
        if text := texts.get(code, ""):
            return LocalText(text, code)
    return LocalText("", lang)
