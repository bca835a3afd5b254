"""The order in which people look names up, which is not that of the codes of their letters."""

import re
import unicodedata
from functools import lru_cache

Key = tuple[tuple[str, ...], tuple[str, ...], str]
_WITH = re.compile(r"^LATIN (?:SMALL|CAPITAL) LETTER ([A-Z]) WITH ")
_LIGATURES = str.maketrans({"æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "’": "", "'": "", "-": " "})


def sorting_key(name: str) -> Key:
    """Where a name stands in a list: by letters, then by accents, then as it is written.

    After the levels of the Unicode Collation Algorithm (Technical Standard 10): accents tell names apart only where
    the letters are the same, so Ștefan stands by Stefan; a letter that its language counts as one of its own (Ł, Đ, Ø)
    follows the letter it is drawn from, so Łucja stands after Lucy. Scripts follow each other as Unicode has them.

    Parameters
    ----------
    name : str
        A name as it is written.

    Returns
    -------
    tuple
        To be compared with those of other names.
    """
    letters: list[str] = []
    accents: list[str] = []
    for sign in unicodedata.normalize("NFKD", name.casefold().translate(_LIGATURES)):
        if unicodedata.combining(sign):
            accents.append(f"{len(letters):03}{sign}")
        else:
            letters.append(_letter(sign))
    return tuple(letters), tuple(accents), name


@lru_cache(maxsize=1024)
def _letter(sign: str) -> str:
    drawn_from = _WITH.match(unicodedata.name(sign, ""))
    return f"{drawn_from[1].lower()}\uffff" if drawn_from else sign
