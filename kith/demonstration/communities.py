"""Who lives in a ward, as far as Census 2021 counts: from its five groups to categories, languages and names.

How a group divides into categories and languages is invented: no small-area figures of languages were at hand.
"""

from dataclasses import dataclass

from kith.places.codes.ethnicity import EthnicGroup


@dataclass(frozen=True)
class Community:
    """People of one ethnic category and custom of names, with the languages they speak and how often each."""

    group: EthnicGroup
    weight: float
    ethnicity: str
    names: str
    speaks: tuple[tuple[str, float], ...]


def _community(group: EthnicGroup, weight: float, ethnicity: str, names: str, speaks: str) -> Community:
    pairs = (each.split(":") for each in speaks.split())
    return Community(group, weight, ethnicity, names, tuple((code, float(share)) for code, share in pairs))


_G = EthnicGroup
COMMUNITIES: tuple[Community, ...] = (
    _community(_G.WHITE, 0.78, "A", "british", "en:1"),
    _community(_G.WHITE, 0.02, "B", "irish", "en:1"),
    _community(_G.WHITE, 0.07, "C", "romanian", "ro:0.85 en:0.15"),
    _community(_G.WHITE, 0.06, "C", "polish", "pl:0.7 en:0.3"),
    _community(_G.WHITE, 0.02, "C", "baltic", "lt:0.6 en:0.3 ru:0.1"),
    _community(_G.WHITE, 0.03, "C", "iberian", "pt:0.5 es:0.2 en:0.3"),
    _community(_G.WHITE, 0.02, "C", "slavic", "uk:0.8 ru:0.1 en:0.1"),
    _community(_G.MIXED, 0.35, "D", "caribbean", "en:1"),
    _community(_G.MIXED, 0.25, "E", "west_african", "en:0.95 fr:0.05"),
    _community(_G.MIXED, 0.25, "F", "indian", "en:1"),
    _community(_G.MIXED, 0.15, "G", "british", "en:1"),
    _community(_G.ASIAN, 0.45, "H", "indian", "en:0.5 ta:0.1 te:0.1 hi:0.08 ml:0.07 gu:0.08 pa:0.07"),
    _community(_G.ASIAN, 0.22, "J", "pakistani", "en:0.5 ur:0.42 pa:0.08"),
    _community(_G.ASIAN, 0.13, "K", "bangladeshi", "en:0.5 bn:0.5"),
    _community(_G.ASIAN, 0.12, "L", "persian_kurdish", "prs:0.45 ps:0.25 fa:0.15 en:0.15"),
    _community(_G.ASIAN, 0.08, "R", "chinese", "zh:0.6 en:0.4"),
    _community(_G.BLACK, 0.62, "N", "west_african", "en:0.8 yo:0.1 tw:0.06 fr:0.04"),
    _community(_G.BLACK, 0.20, "N", "east_african", "so:0.5 ti:0.2 am:0.1 en:0.2"),
    _community(_G.BLACK, 0.13, "M", "caribbean", "en:1"),
    _community(_G.BLACK, 0.05, "P", "caribbean", "en:1"),
    _community(_G.OTHER, 0.60, "S", "arabic", "ar:0.75 en:0.25"),
    _community(_G.OTHER, 0.25, "S", "persian_kurdish", "ku:0.6 fa:0.2 en:0.2"),
    _community(_G.OTHER, 0.15, "S", "british", "en:1"),
)
