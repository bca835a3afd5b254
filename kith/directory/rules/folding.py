"""Folding words so that what people type meets what we wrote: no case, no accents, one spelling of Arabic letters."""

import re
import unicodedata

SHORTEST_WORD = 2
_ARABIC_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": ""}
)
_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """The text in small letters, without accents and vowel signs, with one spelling for each Arabic letter."""
    letters = unicodedata.normalize("NFKD", text.translate(_ARABIC_LETTERS)).casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(plain.translate(_ARABIC_LETTERS)))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words worth looking for, each once."""
    return tuple(dict.fromkeys(word for word in folded(text).split() if len(word) >= SHORTEST_WORD))
