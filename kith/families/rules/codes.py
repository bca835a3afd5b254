"""The codes a family's record is written in."""

from enum import StrEnum

ETHNICITY_NOT_KNOWN = "99"
"""NHS data dictionary: the default where nobody has asked; Z is asked and not stated."""

ETHNICITY_PATTERN = r"^([A-HJ-NPRSZ][A-Z0-9]?|99)$"
"""ETHNIC CATEGORY, the national 16+1 list; the second character is for local use (no national code says Roma)."""

LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
"""BCP 47 as far as we use it: a language, perhaps a script or a region."""

PHONE_PATTERN = r"^\+[1-9][0-9]{6,14}$"
"""E.164."""


class InterpreterNeed(StrEnum):
    """Whether somebody needs an interpreter. Not asked is never taken for no."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"


class Purpose(StrEnum):
    """What an organisation may use a family's record for."""

    CARE = "care"
    PEER_SUPPORT = "peer_support"
    OFFERS = "offers"
    REFERRAL = "referral"


PURPOSES_THAT_OPEN_THE_RECORD = frozenset({Purpose.CARE, Purpose.PEER_SUPPORT})
"""Being told about groups and courses needs a way to reach the family, not her record; a referral needs a few facts."""


class CameBy(StrEnum):
    """How a family came to be written down."""

    WORKER = "worker"
    BOOKING = "booking"
    IMPORT = "import"


class PregnancyOutcome(StrEnum):
    """How a pregnancy ended."""

    BIRTH = "birth"
    LOSS = "loss"


class Particular(StrEnum):
    """One piece of a family's record that may be shared by itself, without opening the record."""

    NAME = "name"
    PHONE = "phone"
    SPEAKS = "speaks"
    READS = "reads"
    INTERPRETER = "interpreter"
    DUE = "due"
    BABY_NAME = "baby_name"
    BABY_BORN = "baby_born"
    BIRTH_WEIGHT = "birth_weight"
    GESTATION = "gestation"
    POSTCODE = "postcode"
    TEMPORARY_HOME = "temporary_home"
