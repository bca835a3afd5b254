"""The NHS ethnic category, "16+1", with the two five-group lists it is summed to.

Source: NHS Data Dictionary, ethnic category (the census list of 2001). The code is what is stored; groups are derived,
because the two lists disagree about one of them: Census 2021 counts Chinese as Asian, the NHS list as Other.
"""

from dataclasses import dataclass
from enum import StrEnum


class EthnicGroup(StrEnum):
    """The five groups in which counts are published."""

    WHITE = "white"
    MIXED = "mixed"
    ASIAN = "asian"
    BLACK = "black"
    OTHER = "other"


@dataclass(frozen=True)
class EthnicCategory:
    """One category with its group in either list; None for what was not said."""

    code: str
    name: str
    nhs_group: EthnicGroup | None
    census_group: EthnicGroup | None


def _categories() -> tuple[EthnicCategory, ...]:
    lists: dict[EthnicGroup | None, tuple[tuple[str, str], ...]] = {
        EthnicGroup.WHITE: (("A", "White British"), ("B", "White Irish"), ("C", "Any other White background")),
        EthnicGroup.MIXED: (
            ("D", "White and Black Caribbean"),
            ("E", "White and Black African"),
            ("F", "White and Asian"),
            ("G", "Any other Mixed background"),
        ),
        EthnicGroup.ASIAN: (
            ("H", "Indian"),
            ("J", "Pakistani"),
            ("K", "Bangladeshi"),
            ("L", "Any other Asian background"),
        ),
        EthnicGroup.BLACK: (("M", "Caribbean"), ("N", "African"), ("P", "Any other Black background")),
        EthnicGroup.OTHER: (("R", "Chinese"), ("S", "Any other ethnic group")),
        None: (("Z", "Not stated"), ("99", "Not known")),
    }
    return tuple(
        EthnicCategory(code, name, group, EthnicGroup.ASIAN if code == "R" else group)
        for group, rows in lists.items()
        for code, name in rows
    )


CATEGORIES: tuple[EthnicCategory, ...] = _categories()
_BY_CODE = {category.code: category for category in CATEGORIES}


def category(code: str) -> EthnicCategory:
    """The category of a code whose second character, if any, is of local use; KeyError for no code of the list."""
    return _BY_CODE.get(code) or _BY_CODE[code[:1]]
