"""What may never be in a bundle: things that make a sleeping place dangerous. Pure.

The advice for every sleep: no pillow, duvet, bumper, nest or pod in a cot. The database refuses the same words
(kith.bundles.migrations), by one regular expression that both read alike. Scripts that write vowels as marks have no
edges of words that both would find, so edges are written out.
"""

import re

from kith.kernel.refusal import Refusal

EDGE = r"""[\s.,;:/()+&0-9·'"“”„«»–-]"""
BEGINS: dict[str, tuple[str, ...]] = {
    "en": ("pillow", "duvet", "comforter", "bumper(?![ -]?(?:pack|box))", "sleep position", "wedge"),
    "ro": ("pern(?:[ăae]|i[țţt]|u[țţt])", "pilot[ăae]", "pl[ăa]pum", "cuibu[șşs]", "ap[ăa]r[ăa]toare later"),
    "pl": ("podusz", "poduch", "ko[łl]d[re]", "ochraniacz(?!e? (?:na )?materac)", "kokon", "pierzyn", "pozycjoner"),
    "so": ("barkin", "barkim", "duveet"),
    "ar": ("وساد", "وسائد", "مخد[ةهات]", "لحاف", "ألحف", "كوكون"),
    "ur": ("تکی[ہےو]", "رضائی", "بمپر", "گھونسل"),
    "bn": ("বালিশ", "বাম্পার", "কুশন", "ডুভেট", "কমফোর্টার"),
    "pa": ("ਸਿਰਹਾਣ", "ਤਕੀ[ਆਏ]", "ਰਜਾਈ", "ਬੰਪਰ", "ਆਲ੍ਹਣ"),
}
"""Beginnings of words, by language: what a word ends with does not matter."""
WHOLE: dict[str, tuple[str, ...]] = {
    "en": ("cushions?", "quilts?", "nests?", "pods?"),
    "ro": ("cuib(?:ul)?", "protec[țţt]i[ei]i? lateral[ăae]"),
    "pl": ("gniazdk?o(?! elektr| siec)", "jasi(?:ek|ki)", "klin"),
    "so": ("buul",),
    "ar": ("عش", "مصد(?:ات)?"),
    "ur": ("کشن", "نیسٹ"),
    "bn": ("লেপ", "নেস্ট", "পড"),
    "pa": ("ਨੈਸਟ", "ਪੌਡ"),
}
"""Whole words, where innocent ones begin alike."""
ARTICLES = "(?:[وبل]?ال|لل|و|ب)?"
"""What Arabic writes together with the word."""


def _pattern() -> str:
    begins = "|".join(word for words in BEGINS.values() for word in words)
    whole = "|".join(word for words in WHOLE.values() for word in words)
    return f"(?:^|{EDGE}){ARTICLES}(?:{begins}|(?:{whole})(?={EDGE}|$))"


UNSAFE = _pattern()
_UNSAFE = re.compile(UNSAFE, re.IGNORECASE)


def may_be_part(name: str) -> Refusal | None:
    """Say why this thing cannot be part of a bundle, or None if it can."""
    found = _UNSAFE.search(name)
    if not found:
        return None
    rest = re.split(EDGE, name[found.end() :])[0]
    return Refusal("bundle_part_unsafe", part=re.sub(f"^{EDGE}+", "", found.group(0) + rest))
