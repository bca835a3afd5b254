"""The words of a name in Latin letters, whatever script they are written in."""

import re
import unicodedata
from enum import Enum

from anyascii import anyascii


class Script(Enum):
    """How much of a word's vowels its script writes down."""

    WHOLE = "whole"  # Latin, Greek, Cyrillic, Ethiopic: every vowel
    INHERENT = "inherent"  # Bengali, Gurmukhi: all but the vowel that a bare consonant has
    CONSONANTS = "consonants"  # Arabic, Hebrew: the long ones


# What the library leaves out or reads otherwise than the people who bear the names: vowels that are written, and the
# signs that stand for a nasal. A is some vowel, W and Y are a vowel or none.
_BEFORE = str.maketrans(
    {
        **dict.fromkeys("اأآٱىةه", "a"), "إ": "i", "و": "W", "ؤ": "W", "ي": "Y", "ی": "Y", "ئ": "Y", "ے": "Y",
        **dict.fromkeys("عء’‘'`ʼʿʾ", ""), "ہ": "h", "ھ": "h",
        **dict.fromkeys("ਂੰंঁਁँ", "n"), "ং": "ng", "ੱ": "",
        **{chr(each): chr(each - 0x10) for each in range(0x12B8, 0x12BF)},  # Tigrinya's soft k
    }
)  # fmt: skip
# In Arabic letters: the article, a first letter that stands for any vowel, and a last h that is one.
_ARTICLE = re.compile(r"^ال(?=..)")
_FIRST_VOWEL = re.compile(r"^(?:ع(?=[اأآ])|[عاأآٱ])")
_LAST_H = re.compile(r"(?<=.)[هہ]$")
_CONSONANTS = re.compile(r"[\u0590-\u07ff\ufb1d-\ufdff\ufe70-\ufeff]")
_INHERENT = re.compile(r"[\u0900-\u0dff]")
_WORDS = re.compile(r"[\s\-_.,/()·־]+")
# Words that are written alone by one clerk and with the next word by another.
_JOINED = re.compile(r"\b(abd|abd[aeu][lrnsz]|ben|bin|ibn|mac|mc|o) (?=\w)")
_ARTICLES = frozenset({"al", "el", "ul", "ur", "ud", "us", "as", "ash", "ad", "an", "az", "at"})
_ABD = re.compile(r"عبد ?ال")


def words_of(name: str) -> list[str]:
    """The words of a name in small letters, those that belong together joined, articles left out."""
    folded = _ABD.sub("عبدل", unicodedata.normalize("NFC", name.casefold()))
    parts = [part for part in _WORDS.split(folded) if part]
    named = [part for part in parts if part not in _ARTICLES] or parts
    return _JOINED.sub(r"\1", " ".join(named)).split()


def script_of(word: str) -> Script:
    """How much of its vowels the word's script writes."""
    if _CONSONANTS.search(word):
        return Script.CONSONANTS
    return Script.INHERENT if _INHERENT.search(word) else Script.WHOLE


def latin(word: str) -> str:
    """The word in Latin letters, with A, W and Y where Arabic leaves the vowel open; empty where no letter is left."""
    script = script_of(word)
    if script is Script.CONSONANTS:
        word = _LAST_H.sub("a", _FIRST_VOWEL.sub("A", _ARTICLE.sub("", word))).replace("ه", "h")
    read = anyascii(word.translate(_BEFORE))
    if script is Script.INHERENT:
        read = re.sub(r"c(?!h)", "ch", read)
    if script is not Script.CONSONANTS:
        read = read.lower()
    return re.sub(r"[^a-zAWY]", "", read)
