"""The languages Kith's pages are written in, each by its own name."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Language:
    """A language of the interface."""

    code: str
    own_name: str
    english_name: str
    direction: Literal["ltr", "rtl"] = "ltr"


ENGLISH = Language("en", "English", "English")
INTERFACE_LANGUAGES: tuple[Language, ...] = (
    ENGLISH,
    Language("ro", "Română", "Romanian"),
    Language("pl", "Polski", "Polish"),
    Language("ur", "اردو", "Urdu", "rtl"),
    Language("ar", "العربية", "Arabic", "rtl"),
    Language("so", "Soomaali", "Somali"),
    Language("bn", "বাংলা", "Bengali"),
    Language("pa", "ਪੰਜਾਬੀ", "Punjabi"),
)
_BY_CODE = {language.code: language for language in INTERFACE_LANGUAGES}


def interface_language(code: str) -> Language:
    """The interface language of this code; English where there is none."""
    return _BY_CODE.get(code.split("-", maxsplit=1)[0].lower(), ENGLISH)


def is_interface_language(code: str) -> bool:
    """Whether pages exist in this language."""
    return code in _BY_CODE
