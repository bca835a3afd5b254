"""The ethnic groups by which a few answers can be counted: five, and one for where it is not known. Pure."""

from kith.studies.rules.codes import EthnicGroup

UNKNOWN = "unknown"
# The first letter of the national codes (NHS Data Dictionary, ETHNIC CATEGORY CODE 2001).
_BY_LETTER = {
    **dict.fromkeys("ABC", EthnicGroup.WHITE),
    **dict.fromkeys("DEFG", EthnicGroup.MIXED),
    **dict.fromkeys("HJKL", EthnicGroup.ASIAN),
    **dict.fromkeys("MNP", EthnicGroup.BLACK),
    **dict.fromkeys("RS", EthnicGroup.OTHER),
    "Z": EthnicGroup.NOT_TO_SAY,
}


def group_of(code: str) -> str:
    """The group of a national code, one of the five groups as it is, or that it is not known."""
    if code in list(EthnicGroup):
        return code
    return str(_BY_LETTER.get(code[:1], UNKNOWN))
