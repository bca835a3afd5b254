"""Words of a name as sounds: each word has a few readings, and keys by which a database finds it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import product

from kith.methods.names.letters import Script, latin, script_of, words_of

MOST_READINGS = 4
LONGEST_KEY = 6
VOWELS = frozenset("aeiouAEOUWY")

# One sound, one sign: S is sh, C is ch, Z is zh, x is kh and the deep h, E is ai, O is au, U is oo. In this order.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^mc", "mac"), (r"a+", "a"), (r"^A+a*(?=[WY])|^A+a", "A"), (r"aY(?=[^aeiou])", "E"),
        (r"ph", "f"), (r"sch(?=[aeiouy]|$)|sz|sh", "S"), (r"ch(?=[rl])|ck|q", "k"),
        (r"tch|ch|cz", "C"), (r"zh|rz", "Z"), (r"dzh|dj", "j"), (r"kh", "x"), (r"([bdgt])h", r"\1"),
        (r"c(?=[eiy])", "s"), (r"c", "k"), (r"w(?=[aeiouyE])", "v"),
        (r"ay?e(?=[^aeiou])", "E"), (r"iy|iji|ii", "i"), (r"oo|ou", "U"), (r"a[uw](?=[^aeiou]|$)|ow", "O"),
        (r"ee|ie", "i"),
        (r"a[iy](?=[^aeiou]|$)|e[iy](?=[^aeiou]|$)", "E"), (r"(?<=[^aeiouEO])y", "i"), (r"w", "v"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_CLASSES = str.maketrans({"p": "b", "d": "t", "z": "s", "S": "s", "Z": "s", "C": "s", "g": "j", "h": None, "y": None})
_NO_VOWELS = str.maketrans(dict.fromkeys(VOWELS - {"W"}, None))
_SPELLINGS = str.maketrans(
    {**dict.fromkeys("uOUW", "o"), **dict.fromkeys("eEYy", "i"), **dict(zip("ASCZx", "asczk", strict=True))}
)
_SILENT = re.compile(r"(?<=[aeiouAEOUWY])h|(?<=.)h(?=[aeiouAEOUWY])")
_AYN = re.compile(r"(?:^|(?<=[aeiou]))c(?![hkz])")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: the ways to read it, and how much of its vowels is written."""

    readings: tuple[str, ...]
    script: Script

    @property
    def keys(self) -> frozenset[str]:
        """What a database finds the word by: its consonants by families of sounds, at most six."""
        return frozenset(key for reading in self.readings for key in _keys(reading))


def hear(name: str) -> tuple[Word, ...]:
    """Hear each word of a name, in any script and spelling.

    The letters come from anyascii (Unicode's own tables and CLDR's transliterations, read into ASCII); the spellings
    of one sound are folded after the manner of Daitch and Mokotoff's soundex (1985), widened for Somali (x and c are
    Arabic's ح and ع), Arabic, South Asian and Slavonic names in English records.

    Parameters
    ----------
    name : str
        A name as a person or clerk writes it: words in any order and script.

    Returns
    -------
    tuple of Word
        One a word, in the order in which they stand; none for a name without a letter.
    """
    return tuple(word for word in map(_heard, words_of(name)) if word.readings)


def sound_keys(name: str) -> list[str]:
    """List the keys of all words of a name, sorted: what is kept beside it to be found by.

    After the same source as ``hear``.

    Parameters
    ----------
    name : str
        A name as it is written.

    Returns
    -------
    list of str
        Two names that are heard alike have a key in common for each word; one stands for the whole (``whole_key``).
    """
    words = hear(name)
    return sorted({key for word in words for key in word.keys} | ({whole_key(name)} if words else set()))


def whole_key(name: str) -> str:
    """Name a whole name by six signs: its words in plain letters, in any order.

    Parameters
    ----------
    name : str
        A name as it is written.

    Returns
    -------
    str
        The same for two names whose words are written in the same letters; begins with a sign that no sound has.
        A digest (SHA-256) cut short: other names may have it too.
    """
    words = " ".join(sorted(plain_letters(name).split()))
    return f"={sha256(words.encode()).hexdigest()[: LONGEST_KEY - 1]}"


def plain_letters(name: str) -> str:
    """Write the words of a name in small Latin letters, each as any of its spellings would be, one reading each.

    After the same source as ``hear``; coarser, so that the beginning of a word can be looked for as it is typed.

    Parameters
    ----------
    name : str
        A name as it is written.

    Returns
    -------
    str
        Words of the letters a to z with a blank between; empty for a name without a letter.
    """
    return " ".join(filter(None, (_plain(word.readings[0]) for word in hear(name))))


def _plain(reading: str) -> str:
    spelled = _SILENT.sub("", reading).translate(_SPELLINGS)
    return re.sub(r"(.)\1+", r"\1", spelled)


@lru_cache(maxsize=20_000)
def _heard(word: str) -> Word:
    script, read = script_of(word), latin(word)
    if script is Script.CONSONANTS:
        return Word(_unique([_folded(read)]), script)
    spelled = [read]
    if "x" in read:
        spelled = [read.replace("x", "kh"), read.replace("x", "ks")]
    if _AYN.search(read):
        spelled += [_AYN.sub("", each) for each in spelled]
    if re.match(r"(?:al|el)[^aeioul]...", read):
        spelled.append(read[2:])
    return Word(_unique([_folded(each) for each in spelled]), script)


def _unique(readings: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in readings if each))[:MOST_READINGS]


def _folded(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def _keys(reading: str) -> set[str]:
    """The consonants, once for each way to take a sound that may be silent or another: kh, Arabic's w, a first j."""
    bare = reading.translate(_NO_VOWELS)
    choices = [("k", "") if sign == "x" else ("v", "") if sign == "W" else (sign,) for sign in bare]
    if bare[:1] == "j":
        choices[0] = ("j", "")
    return {_key("".join(chosen)) for chosen in list(product(*choices))[:8]}


def _key(consonants: str) -> str:
    return re.sub(r"(.)\1+", r"\1", consonants.translate(_CLASSES))[:LONGEST_KEY] or "-"
