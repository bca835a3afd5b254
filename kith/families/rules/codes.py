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


NHS_NUMBER_PATTERN = r"^[0-9]{10}$"
"""The digits alone; kith.kernel.nhs_number checks the last of them."""


class InterpreterNeed(StrEnum):
    """Whether a parent needs an interpreter. Not asked is never taken for no."""

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


class Relation(StrEnum):
    """What a parent or carer is to the baby."""

    PARENT = "parent"
    MOTHER = "mother"
    FATHER = "father"
    GRANDPARENT = "grandparent"
    FOSTER_CARER = "foster_carer"
    OTHER_CARER = "other_carer"


class HouseholdRelation(StrEnum):
    """Who else lives with the family."""

    PARTNER = "partner"
    CHILD = "child"
    GRANDPARENT = "grandparent"
    OTHER_RELATIVE = "other_relative"
    OTHER = "other"


class BirthPlace(StrEnum):
    """Where a baby was born."""

    HOSPITAL = "hospital"
    HOME = "home"
    ON_THE_WAY = "on_the_way"
    OTHER = "other"


class AccessNeed(StrEnum):
    """What a parent needs so that they can come, hear, read and understand."""

    STEP_FREE = "step_free"
    HEARING = "hearing"
    SIGN_LANGUAGE = "sign_language"
    SIGHT = "sight"
    EASY_READ = "easy_read"
    QUIET_SPACE = "quiet_space"
    LONGER_TIME = "longer_time"
    SUPPORT_PERSON = "support_person"


class Channel(StrEnum):
    """A way to reach a parent, each safe or not."""

    CALL = "call"
    TEXT = "text"
    EMAIL = "email"
    POST = "post"


class Crisis(StrEnum):
    """Trouble that puts a baby's safe sleep and feeding at risk, as far as it changes what is offered."""

    HOMELESS = "homeless"
    VIOLENCE = "violence"
    ASYLUM = "asylum"
    NO_PUBLIC_FUNDS = "no_public_funds"
    FOOD_OR_HEATING = "food_or_heating"


class MergeChange(StrEnum):
    """What a merge did to a row: pointed it to the record kept, changed what it says, or took it away."""

    MOVED = "moved"
    CHANGED = "changed"
    REMOVED = "removed"
