"""The languages Kith's pages are written in, each by its own name, and who can read which."""

from dataclasses import dataclass
from typing import Literal

Script = Literal["Latn", "Arab", "Beng", "Guru"]


@dataclass(frozen=True)
class Language:
    """A language of the interface, in the script its pages are written in."""

    code: str
    own_name: str
    english_name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    script: Script = "Latn"


ENGLISH = Language("en", "English", "English")
INTERFACE_LANGUAGES: tuple[Language, ...] = (
    ENGLISH,
    Language("ro", "Română", "Romanian"),
    Language("pl", "Polski", "Polish"),
    Language("ur", "اردو", "Urdu", "rtl", "Arab"),
    Language("ar", "العربية", "Arabic", "rtl", "Arab"),
    Language("so", "Soomaali", "Somali"),
    Language("bn", "বাংলা", "Bengali", script="Beng"),
    Language("pa", "ਪੰਜਾਬੀ", "Punjabi", script="Guru"),
)
_BY_CODE = {language.code: language for language in INTERFACE_LANGUAGES}

# Who reads which of our languages without asking for it by its own code. The beginning of a tag (BCP 47); a language
# that stands neither here nor above is none of ours: its reader gets the next wish, else English.
_READ_AS: tuple[tuple[str, str], ...] = (
    ("pa-guru", "pa"),  # in our letters, wherever its reader lives
    ("pa-arab", "ur"),  # Shahmukhi: the letters of Urdu, which its readers learn at school
    ("pa-pk", "ur"),  # Punjabi of Pakistan is written in Shahmukhi (CLDR: pa-Arab-PK)
    ("pnb", "ur"),  # Western Punjabi: Shahmukhi
    ("lah", "ur"),  # Lahnda, the family of Western Punjabi's languages
    ("skr", "ur"),  # Saraiki: letters and schools as in Shahmukhi
    ("phr", "ur"),  # Pahari-Pothwari of Mirpur: spoken; its readers read Urdu
    ("mo", "ro"),  # Moldovan, withdrawn from ISO 639 for Romanian in 2008; ro-MD is Romanian as it is
    ("arb", "ar"),  # Standard Arabic by its own code
    ("syl", "bn"),  # Sylheti: spoken; its readers learn Bengali at school
)
# The signs of a script that only name one of the above more exactly.
_SAME_SCRIPT = {"aran": "arab"}


def language_read(tag: str) -> Language | None:
    """The interface language that who asks for this one (BCP 47) can read; None where there is none.

    The script decides: Urdu in Latin letters (``ur-Latn``) is none of ours, for its reader may not read the others.
    """
    parts = tag.strip().lower().replace("_", "-").split("-")
    parts = [parts[0], *(_SAME_SCRIPT.get(part, part) for part in parts[1:])]
    script = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    read_as = (code for start, code in _READ_AS if f"{'-'.join(parts)}-".startswith(f"{start}-"))
    found = _BY_CODE.get(next(read_as, parts[0]))
    return found if found and script in ("", found.script.lower()) else None


def interface_language(code: str) -> Language:
    """The interface language read by who asks for this code; English where there is none."""
    return language_read(code) or ENGLISH


def is_interface_language(code: str) -> bool:
    """Whether pages exist in this language."""
    return code in _BY_CODE
