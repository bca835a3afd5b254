"""The codes that bundles, requests and notices are written in."""

from enum import StrEnum
from typing import NewType

BundleId = NewType("BundleId", int)
BundlePartId = NewType("BundlePartId", int)
BundleRequestId = NewType("BundleRequestId", int)
HousingNoticeId = NewType("HousingNoticeId", int)
RecheckId = NewType("RecheckId", int)


class Criterion(StrEnum):
    """Why a family is given a bundle: the place's public criteria."""

    TEMPORARY = "temporary"
    REFUGE = "refuge"
    CRISIS = "crisis"
    NO_SAFE_PLACE = "no_safe_place"
    OTHER = "other"


class SleepingPlace(StrEnum):
    """Where the family sleeps; it chooses the advice."""

    OWN_HOME = "own_home"
    SHARED_FLAT = "shared_flat"
    BED_AND_BREAKFAST = "bed_and_breakfast"
    REFUGE = "refuge"
    SOFA = "sofa"
    HOSPITAL = "hospital"
    OTHER = "other"


class Landlord(StrEnum):
    """Who lets the place, for counting where a cot does not fit."""

    COUNCIL = "council"
    PRIVATE = "private"
    HOTEL = "hotel"
    HOUSING_ASSOCIATION = "housing_association"
    NOT_KNOWN = "not_known"


class NoRoom(StrEnum):
    """Why there is no room for one cot for each child under two."""

    TOO_SMALL = "too_small"
    SHARED_ROOM = "shared_room"
    NOT_ALLOWED = "not_allowed"
    UNSAFE = "unsafe"


class BundleState(StrEnum):
    """How a request stands."""

    ASKED = "asked"
    APPROVED = "approved"
    GIVEN = "given"
    REFUSED = "refused"
    ENDED = "ended"


class WhyNot(StrEnum):
    """Why a request was refused, or ended without a bundle."""

    NOT_BY_CRITERIA = "not_by_criteria"
    HAS_SAFE_PLACE = "has_safe_place"
    OUT_OF_AREA = "out_of_area"
    NOT_WANTED = "not_wanted"
    BEREAVED = "bereaved"
    CONSENT_WITHDRAWN = "consent_withdrawn"


REFUSALS = (WhyNot.NOT_BY_CRITERIA, WhyNot.HAS_SAFE_PLACE, WhyNot.OUT_OF_AREA, WhyNot.NOT_WANTED)


class Arrives(StrEnum):
    """How the bundle comes to the family."""

    COLLECTS = "collects"
    OTHER_PERSON = "other_person"
    DELIVERED = "delivered"


class Told(StrEnum):
    """What the family was told last of its bundle."""

    APPROVED = "approved"
    READY = "ready"
    ON_ITS_WAY = "on_its_way"


class TakenBack(StrEnum):
    """What a bereaved family has said about the things it was given."""

    COLLECT = "collect"
    OTHER_PERSON = "other_person"
    KEEP = "keep"


class Talked(StrEnum):
    """How the advice was talked through."""

    ENGLISH = "english"
    HER_LANGUAGE = "her_language"
    INTERPRETER = "interpreter"


class Found(StrEnum):
    """What a recheck found."""

    SAFE = "safe"
    NEEDS_BUNDLE = "needs_bundle"
    NOT_REACHED = "not_reached"
