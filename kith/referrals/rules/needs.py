"""What a family can be referred for, and the least that the helper must know of it. Pure."""

from collections.abc import Mapping
from enum import StrEnum


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


class ReferralNeed(StrEnum):
    """What a family is referred for."""

    HEALTH_VISITING = "health_visiting"
    FEEDING_CLINIC = "feeding_clinic"
    PEER_SUPPORT = "peer_support"
    TONGUE_TIE = "tongue_tie"
    PUMP = "pump"
    SAFER_SLEEP = "safer_sleep"
    INTERPRETER = "interpreter"
    OUTREACH = "outreach"


_P = Particular
_TO_SPEAK_WITH_HER = frozenset({_P.NAME, _P.PHONE, _P.SPEAKS, _P.INTERPRETER})

# Each line answers: what could the receiver not do without? Nothing is shared because it might be of use.
SHARED: Mapping[ReferralNeed, frozenset[Particular]] = {
    ReferralNeed.HEALTH_VISITING: _TO_SPEAK_WITH_HER
    | {_P.READS, _P.DUE, _P.BABY_NAME, _P.BABY_BORN, _P.GESTATION, _P.BIRTH_WEIGHT, _P.POSTCODE},
    ReferralNeed.FEEDING_CLINIC: _TO_SPEAK_WITH_HER | {_P.BABY_NAME, _P.BABY_BORN, _P.GESTATION, _P.BIRTH_WEIGHT},
    ReferralNeed.PEER_SUPPORT: _TO_SPEAK_WITH_HER | {_P.DUE, _P.BABY_BORN},
    ReferralNeed.TONGUE_TIE: _TO_SPEAK_WITH_HER | {_P.BABY_NAME, _P.BABY_BORN, _P.BIRTH_WEIGHT},
    ReferralNeed.PUMP: _TO_SPEAK_WITH_HER | {_P.BABY_BORN, _P.GESTATION},
    ReferralNeed.SAFER_SLEEP: _TO_SPEAK_WITH_HER | {_P.DUE, _P.BABY_BORN, _P.POSTCODE, _P.TEMPORARY_HOME},
    ReferralNeed.INTERPRETER: frozenset({_P.NAME, _P.SPEAKS, _P.READS, _P.INTERPRETER}),
    ReferralNeed.OUTREACH: _TO_SPEAK_WITH_HER | {_P.READS, _P.DUE, _P.BABY_BORN, _P.POSTCODE},
}
