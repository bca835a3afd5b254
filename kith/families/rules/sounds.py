"""Names as they are heard: the same woman's name is written one way by the hospital and another way by the charity.

Every word is put into plain Latin letters first: accents go, Arabic and Bengali letters are read one by one, and
spellings that only a transliteration tells apart become one ("Chowdhury", "Choudhury"). What such a word sounds like,
PostgreSQL's ``daitch_mokotoff`` says, which was made for names of Eastern Europe written down by strangers.
"""

import re
import unicodedata
from collections.abc import Sequence

Codes = frozenset[str]
"""What one word of a name sounds like; a word that can be read in two ways has two codes."""

_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j", "چ": "ch",
    "ح": "h", "خ": "kh", "د": "d", "ذ": "z", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
    "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m",
    "ن": "n", "ں": "n", "ه": "h", "ہ": "h", "ھ": "h", "ة": "a", "و": "u", "ؤ": "u", "ي": "i", "ی": "i", "ى": "a",
    "ئ": "i", "ے": "e", "ء": "", "ٹ": "t", "ڈ": "d", "ڑ": "r",
}  # fmt: skip
_BENGALI = {
    "অ": "o", "আ": "a", "ই": "i", "ঈ": "i", "উ": "u", "ঊ": "u", "এ": "e", "ঐ": "oi", "ও": "o", "ঔ": "ou", "ক": "k",
    "খ": "kh", "গ": "g", "ঘ": "gh", "ঙ": "ng", "চ": "ch", "ছ": "ch", "জ": "j", "ঝ": "jh", "ঞ": "n", "ট": "t", "ঠ": "th",
    "ড": "d", "ঢ": "dh", "ণ": "n", "ত": "t", "থ": "th", "দ": "d", "ধ": "dh", "ন": "n", "প": "p", "ফ": "f", "ব": "b",
    "ভ": "bh", "ম": "m", "য": "j", "র": "r", "ল": "l", "শ": "sh", "ষ": "sh", "স": "s", "হ": "h", "ড়": "r", "ঢ়": "r",
    "য়": "y", "ৎ": "t", "ং": "ng", "ঃ": "h", "া": "a", "ি": "i", "ী": "i", "ু": "u", "ূ": "u", "ৃ": "ri", "ে": "e",
    "ৈ": "oi", "ো": "o", "ৌ": "ou",
}  # fmt: skip
_LATIN = {"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th"}
_SCRIPTS = {**_ARABIC, **_BENGALI}
_SIGN = re.compile("|".join([*sorted(map(re.escape, _SCRIPTS), key=len, reverse=True), "."]))  # some are two signs
_VOWELS = frozenset("aeiou")

# Spellings of one sound, in the order in which they are mended.
_ONE_SOUND = (
    (re.compile(r"^(?:al|el|ul|ur|ush|as|ash|an|ad|az)-"), ""),  # "al-Sayed", "ur-Rahman"
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?<=[^sc])h"), ""),  # "Khadija" and "Kadija", "Fatimah" and "Fatima", "Rahman" and "Raman"
    (re.compile(r"q|ck|c(?![ehisyz])"), "k"),  # "Popescu" and "Popesku"
    (re.compile(r"[ao][uw](?=[^aeiouy]|$)"), "o"),  # "Chowdhury", "Choudhury", "Chaudhary"
    (re.compile(r"(?<=[aeiou])y|y(?=[aeiou])|(?<=.)y"), "i"),  # "Husayn" and "Hussein"
    (re.compile(r"ie|ee"), "i"),
    (re.compile(r"ij"), "idj"),  # "Khadija" reads as "Khadidja"
    (re.compile(r"(.)\1+"), r"\1"),
)


def plain_letters(name: str) -> str:
    """The words of a name in small Latin letters, each spelled as any of its spellings would be."""
    read = " ".join(_read(word) for word in unicodedata.normalize("NFC", name.casefold()).split())
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", read) if not unicodedata.combining(sign))
    return " ".join(filter(None, (_one_sound(word) for word in bare.replace("’", "").replace("'", "").split())))


def _read(word: str) -> str:
    """A word in Latin letters; between two consonants that are written without a vowel, one is heard all the same."""
    read, is_joined = "", True
    for sign in _SIGN.findall(word):
        latin = _SCRIPTS.get(sign)
        if latin and not is_joined and read[-1:] not in _VOWELS and latin[0] not in _VOWELS:
            read += "a"
        read += _LATIN.get(sign, sign) if latin is None else latin
        is_joined = latin is None
    return read


def _one_sound(word: str) -> str:
    for pattern, instead in _ONE_SOUND:
        word = pattern.sub(instead, word)
    return word


def sound_alike(one: Sequence[Codes], other: Sequence[Codes]) -> bool:
    """Whether every word of the shorter name is heard in the longer one, in any order, and at least two words are."""
    shorter, longer = sorted((list(one), list(other)), key=len)
    return len(shorter) >= 2 and _all_heard(shorter, longer)


def _all_heard(shorter: list[Codes], longer: list[Codes]) -> bool:
    if not shorter:
        return True
    first, *rest = shorter
    return any(first & word and _all_heard(rest, longer[:at] + longer[at + 1 :]) for at, word in enumerate(longer))
