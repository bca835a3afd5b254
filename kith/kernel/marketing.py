"""The WHO Code (International Code of Marketing of Breast-milk Substitutes, 1981): no brand, sponsor, gift or ideal.

These names stand here so that they can stand nowhere else: a text or a link that carries one is refused. They are
makers and products sold in the United Kingdom, of formula, baby food, bottles, teats and pumps.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

BRANDS = frozenset({
    "aptamil", "abbott", "babease", "bebeclic", "cow & gate", "cow and gate", "danone", "dr brown's", "ella's kitchen",
    "enfamil", "hipp", "holle", "kendamil", "little steps", "mam", "medela", "nan optipro", "nestle", "nestlé",
    "nuby", "nuk", "nutramigen", "nutricia", "philips avent", "similac", "sma", "spectra", "tommee tippee", "elvie",
    "haakaa", "willow pump", "lansinoh", "mamia", "piccolo", "perrigo", "reckitt", "mead johnson", "wyeth",
})  # fmt: skip
DOMAINS = frozenset({
    "aptaclub.co.uk", "aptamil.co.uk", "cowandgate.co.uk", "hipp.co.uk", "kendamil.com", "medela.co.uk", "medela.com",
    "nestle.co.uk", "nestle.com", "nestlebaby.co.uk", "nutricia.co.uk", "smababy.co.uk", "smahcp.co.uk", "nuk.co.uk",
    "tommeetippee.com", "lansinoh.co.uk", "danone.co.uk", "philips.co.uk", "elvie.com", "ellaskitchen.co.uk",
})  # fmt: skip
IDEALISING = (
    r"closest to (breast|human) ?milk",
    r"closer to (breast|human) ?milk",
    r"(just )?like (breast|human) ?milk",
    r"free sample",
    r"(money[- ]off|discount) (voucher|coupon|code)",
    r"best formula",
    r"humani[sz]ed",
)
_ANY_BRAND = re.compile("|".join(map(re.escape, sorted(BRANDS))), re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s<>()\"']+", re.IGNORECASE)
_MIXED_CASE_ONLY = {
    "mam": "MAM",
    "sma": "SMA",
    "nuk": "NUK",
    "hipp": "HiPP",
    "spectra": "Spectra",
    "piccolo": "Piccolo",
}
"""Brands that are also ordinary letters or words: only the brand's own spelling counts."""


@dataclass(frozen=True)
class CodeFault:
    """What the Code does not allow: ``kind`` is brand, sponsor or promise; ``found`` is what was written."""

    kind: str
    found: str


def code_faults(*texts: str) -> list[CodeFault]:
    """Everything in these texts and the links in them that the Code does not allow; in order, each once."""
    found: dict[CodeFault, None] = {}
    for text in texts:
        # Nearly every text has none of them: one look tells, where one for each brand takes sixty times as long.
        for brand in sorted(BRANDS) if _ANY_BRAND.search(text) else ():
            if match := _named(brand).search(text):
                found[CodeFault("brand", match[0])] = None
        for link in _LINK.findall(text):
            host = (urlsplit(link).hostname or "").removeprefix("www.")
            if any(host == domain or host.endswith(f".{domain}") for domain in DOMAINS):
                found[CodeFault("sponsor", host)] = None
        for promise in IDEALISING:
            if match := re.search(rf"\b{promise}\b", text, re.IGNORECASE):
                found[CodeFault("promise", match[0])] = None
    return list(found)


def _named(brand: str) -> re.Pattern[str]:
    if spelling := _MIXED_CASE_ONLY.get(brand):
        return re.compile(rf"(?<!\w)(?:{re.escape(spelling)}|{re.escape(brand.upper())})(?!\w)")
    return re.compile(rf"(?<!\w){re.escape(brand)}(?!\w)", re.IGNORECASE)
